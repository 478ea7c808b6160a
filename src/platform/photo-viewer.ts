import Taro from '@tarojs/taro'

export function viewPhotos(urls: readonly string[], at = 0) {
  // Without a network there is nothing larger to show than what is on the page.
  Promise.resolve(Taro.previewImage({ urls: [...urls], current: urls[at] ?? '' })).catch(
    () => undefined,
  )
}
