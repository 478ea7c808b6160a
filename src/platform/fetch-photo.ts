import Taro from '@tarojs/taro'
import { CallError } from './call-error'
import type { LocalFile } from './local-file'
import { localFileOf } from './local-file-of'

/**
 * A photo behind a link, on this phone.
 * @throws {CallError} `CLIENT.OFFLINE` when it does not come
 */
export async function fetchPhoto(url: string): Promise<LocalFile> {
  if (process.env.TARO_ENV === 'h5') return localFileOf(url)
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new CallError('CLIENT.OFFLINE')
  return localFileOf(tempFilePath)
}
