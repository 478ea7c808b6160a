/** The key that WeChat gives for uploading code: a file that carries the app's id in its name. */
import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const where = '微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传'

const fault = (code, why) => [
  { code, name: 'WECHAT_UPLOAD_KEY', why: `${why}；在哪里找：${where}` },
]

const isRsaKey = (file) => {
  try {
    return createPrivateKey(readFileSync(file, 'utf8')).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

/**
 * @param {string | undefined} file
 * @param {string | undefined} appId
 * @returns {{code: string, name: string, why: string}[]} empty when the key can be used for the app
 */
export const faultsOfKey = (file, appId) => {
  if (!file) return fault('UPLOAD.KEY_MISSING', '没有设置代码上传密钥的文件名')
  if (!existsSync(file)) return fault('UPLOAD.KEY_MISSING', `找不到文件 ${file}`)
  if (!isRsaKey(file)) return fault('UPLOAD.KEY_FORM', `${file} 不是 RSA 私钥（PEM）`)
  // The name is the only thing that says whose key it is.
  const named = /^private\.(wx[0-9a-f]{16})\.key$/.exec(path.basename(file))?.[1]
  if (!named)
    return fault('UPLOAD.KEY_OTHER', '请保留微信给的文件名 private.小程序AppID.key，才认得出是谁的')
  if (appId && named !== appId)
    return fault('UPLOAD.KEY_OTHER', `密钥是小程序 ${named} 的，要上传的是 ${appId}`)
  return []
}
