import Taro from '@tarojs/taro'

type Viewer = (urls: readonly string[], at: number) => void

let viewer: Viewer | null = null

/** In a browser the application draws the photos itself: Taro's own viewer weighs 160 KB. */
export function showPhotosBy(next: Viewer | null) {
  viewer = next
}

/** Photos over the whole screen, beginning with one of them. */
export function viewPhotos(urls: readonly string[], at = 0) {
  // Compared here, with an `else`: only so does the bundler never see Taro's viewer.
  if (process.env.TARO_ENV === 'h5') {
    viewer?.(urls, at)
  } else {
    // Without a network there is nothing larger to show than what is on the page.
    Promise.resolve(Taro.previewImage({ urls: [...urls], current: urls[at] ?? '' })).catch(
      () => undefined,
    )
  }
}
