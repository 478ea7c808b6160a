import Taro from '@tarojs/taro'
import { newKey } from './key'
import type { LocalFile } from './local-file'

/** A JPEG that a page made or took, by its address. */
export async function localFileOf(src: string): Promise<LocalFile> {
  const key = await newKey()
  const type = 'image/jpeg'
  if (process.env.TARO_ENV === 'h5') {
    const blob = await (await fetch(src)).blob()
    return { key, src, type: blob.type || type, size: blob.size, blob }
  }
  const size = await new Promise<number>((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: src,
      success: (info) => resolve(info.size),
      fail: reject,
    }),
  )
  return { key, src, type, size }
}
