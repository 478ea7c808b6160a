import type { Phone } from '../phone'
import { ApiFailure, type Args, api, type Wx } from './api'
import { addTemporaryFile, bytesOf } from './files'

const offline = () => new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })

const maxCallBytes = 100 * 1024

const task = <T extends object>(started: T | undefined): T => {
  const idle = () => undefined
  return Object.assign(started ?? ({} as T), {
    abort: idle,
    onProgressUpdate: idle,
    offProgressUpdate: idle,
    onHeadersReceived: idle,
    onChunkReceived: idle,
  })
}

/** Real HTTP, when the phone is online. */
const send = async (phone: Phone, url: unknown, init: RequestInit): Promise<Response> => {
  if (!phone.online) throw offline()
  try {
    return await fetch(String(url), init)
  } catch (error) {
    throw new ApiFailure(error instanceof Error ? error.message : 'request failed')
  }
}

const headersOf = (response: Response): Record<string, string> => {
  const header: Record<string, string> = {}
  response.headers.forEach((value, name) => (header[name] = value))
  return header
}

const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const request = async (phone: Phone, args: Args): Promise<object> => {
  const { data, method = 'GET', responseType, dataType = 'json' } = args
  const header = { 'content-type': 'application/json', ...(args.header as object) }
  const body =
    data === undefined || typeof data === 'string' || data instanceof ArrayBuffer
      ? (data as BodyInit | undefined)
      : ArrayBuffer.isView(data)
        ? (data as BodyInit)
        : JSON.stringify(data)
  const hasBody = !['GET', 'HEAD'].includes(String(method).toUpperCase())
  const response = await send(phone, args.url, {
    method: String(method),
    headers: header as Record<string, string>,
    ...(hasBody && { body }),
  })
  const answer = { statusCode: response.status, header: headersOf(response) }
  if (responseType === 'arraybuffer') return { ...answer, data: await response.arrayBuffer() }
  const text = await response.text()
  return { ...answer, data: dataType === 'json' ? jsonOrText(text) : text }
}

const uploadFile = async (phone: Phone, args: Args): Promise<object> => {
  const form = new FormData()
  const fields = Object.entries((args.formData ?? {}) as Record<string, string>)
  fields.forEach(([name, value]) => form.append(name, value))
  const bytes = new Uint8Array(bytesOf(phone, args.filePath))
  form.append(String(args.name ?? 'file'), new Blob([bytes]), String(args.filePath))
  const headers = (args.header ?? {}) as Record<string, string>
  const response = await send(phone, args.url, { method: 'POST', headers, body: form })
  return { statusCode: response.status, data: await response.text() }
}

const downloadFile = async (phone: Phone, args: Args): Promise<object> => {
  const response = await send(phone, args.url, {})
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { statusCode: response.status, tempFilePath: addTemporaryFile(phone, bytes) }
}

/** A request body is text of at most 100 KB. The result is parsed here, in this realm. */
const callFunction = async (phone: Phone, { name, data }: Args): Promise<object> => {
  if (!phone.online) throw new ApiFailure('request:fail net::ERR_INTERNET_DISCONNECTED')
  const text = JSON.stringify(data ?? {})
  if (Buffer.byteLength(text) > maxCallBytes) {
    throw new ApiFailure('errCode: -504001 | errMsg: data exceed max size', { errCode: -504001 })
  }
  const result = await phone.bridge.callFunction(String(name), JSON.parse(text))
  // The network may have gone while the cloud was at work: the caller never hears.
  if (!phone.online) throw new ApiFailure('request:fail timeout')
  return { result: JSON.parse(JSON.stringify(result ?? null)) as unknown, requestID: 'local' }
}

const upload = async (phone: Phone, { cloudPath, filePath }: Args): Promise<object> => {
  const bytes = bytesOf(phone, filePath)
  if (!phone.online) throw offline()
  return { fileID: await phone.bridge.uploadFile(String(cloudPath), bytes), statusCode: 200 }
}

const networkType = (phone: Phone) => ({ networkType: phone.online ? 'wifi' : 'none' })

export const networkApis = (phone: Phone): Wx => {
  let started = false
  const needsInit = () => {
    if (!started) throw new ApiFailure("Cloud API isn't enabled, please call wx.cloud.init first")
  }
  const cloud = (name: string, run: (phone: Phone, args: Args) => Promise<object>) =>
    api(phone, `cloud.${name}`, (args) => {
      needsInit()
      return run(phone, args)
    })
  const cloudUpload = cloud('uploadFile', upload)
  return {
    request: (args: Args) => task(api(phone, 'request', (given) => request(phone, given))(args)),
    uploadFile: (args: Args) =>
      task(api(phone, 'uploadFile', (given) => uploadFile(phone, given))(args)),
    downloadFile: (args: Args) =>
      task(api(phone, 'downloadFile', (given) => downloadFile(phone, given))(args)),
    getNetworkType: api(phone, 'getNetworkType', () => networkType(phone)),
    cloud: {
      init: () => void (started = true),
      callFunction: cloud('callFunction', callFunction),
      uploadFile: (args: Args) => task(cloudUpload(args)),
    },
  }
}
