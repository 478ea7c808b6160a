import Taro from '@tarojs/taro'
import { gateway } from './build'
import { CallError } from './call-error'
import type { LocalFile } from './local-file'

/** Where an action told the client to put one file. */
export interface UploadTarget {
  readonly fileId: string
  readonly path: string
  readonly url: string
  readonly method: 'PUT'
  readonly headers: Readonly<Record<string, string>>
}

/** Photos of a weak network: a minute a file. */
const uploadTimeoutMs = 60_000

const readBytes = (filePath: string) =>
  new Promise<ArrayBuffer | string>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data),
      fail: reject,
    })
  })

async function putBytes(target: UploadTarget, file: LocalFile) {
  if (process.env.TARO_ENV === 'h5') {
    const body = file.blob ?? (await (await fetch(file.src)).blob())
    const response = await fetch(target.url, {
      method: target.method,
      headers: target.headers,
      body,
      // The signature alone allows it; no cookie may say who puts an anonymous photo there.
      credentials: 'omit',
    })
    return response.status
  }
  const { statusCode } = await Taro.request({
    url: target.url,
    method: 'PUT',
    header: { ...target.headers },
    data: await readBytes(file.src),
    timeout: uploadTimeoutMs,
  })
  return statusCode
}

/**
 * Puts one file straight into storage and returns its file id, the one that the action gave.
 *
 * A named upload of the cloud build goes by WeChat's own call; an anonymous one never does,
 * because that call would write the sender's openid beside the file: it uses the signed address.
 * @throws {CallError} `CLIENT.UPLOAD_FAILED`
 */
export async function uploadFile(
  target: UploadTarget,
  file: LocalFile,
  { anonymous }: { anonymous: boolean },
): Promise<string> {
  try {
    if (gateway === 'cloud' && process.env.TARO_ENV !== 'h5' && !anonymous) {
      // Its own id names the environment; ours names the place in it.
      await Taro.cloud.uploadFile({ cloudPath: target.path, filePath: file.src })
      return target.fileId
    }
    const status = await putBytes(target, file)
    if (status >= 200 && status < 300) return target.fileId
  } catch {
    // Falls through: whatever the platform calls it, the file is not up.
  }
  throw new CallError('CLIENT.UPLOAD_FAILED')
}
