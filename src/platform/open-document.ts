import Taro from '@tarojs/taro'
import { CallError } from './call-error'

const shown = ['doc', 'xls', 'pdf', 'docx', 'xlsx'] as const

/**
 * Shows a document behind a link: in a tab of its own on H5, by WeChat's own viewer on the phone.
 * @throws {CallError} `CLIENT.OFFLINE` when it cannot be fetched or shown
 */
export async function openDocument(url: string) {
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener')
    return
  }
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
    if (statusCode !== 200) throw new CallError('CLIENT.OFFLINE')
    const fileType = shown.find((type) => new RegExp(`\\.${type}(\\?|$)`).test(url))
    await Taro.openDocument({ filePath: tempFilePath, ...(fileType && { fileType }) })
  } catch {
    throw new CallError('CLIENT.OFFLINE')
  }
}
