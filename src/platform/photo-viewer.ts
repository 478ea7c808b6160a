import Taro from '@tarojs/taro'

export function viewPhotos(urls: readonly string[], at = 0) {
  void Taro.previewImage({ urls: [...urls], current: urls[at] ?? '' })
}
