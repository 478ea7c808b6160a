import Taro from '@tarojs/taro'
import { inStore, type KeptFile } from './kept-file'
import { newKey } from './key'

/** What the page itself has made, e.g. a signature. Throws when the phone has no room left. */
export async function keepBytes(bytes: Uint8Array, type: string, name: string): Promise<KeptFile> {
  const key = await newKey()
  const kept = { key, type, size: bytes.length, name }
  if (process.env.TARO_ENV === 'h5') {
    const blob = new Blob([bytes.slice().buffer], { type })
    await inStore('readwrite', (files) => files.put(blob, key))
    return { ...kept, path: '' }
  }
  const path = `${Taro.env.USER_DATA_PATH}/${key}`
  await new Promise<void>((resolve, reject) => {
    const data = bytes.slice().buffer
    const success = () => resolve()
    Taro.getFileSystemManager().writeFile({ filePath: path, data, success, fail: reject })
  })
  return { ...kept, path, made: true }
}
