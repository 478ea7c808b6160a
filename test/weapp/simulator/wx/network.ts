import type { Phone } from '../phone'
import { ApiFailure, type Args, api, type Wx } from './api'
import { addTemporaryFile, bytesOf } from './files'

/** The cloud takes an event of at most 100 KB as text. */
const maxCallBytes = 100 * 1024

const needsNetwork = (phone: Phone): void => {
  if (!phone.online) throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
}

/** Real HTTP, when the phone is online. */
const send = async (phone: Phone, url: unknown, init: RequestInit): Promise<Response> => {
  needsNetwork(phone)
  try {
    return await fetch(String(url), init)
  } catch (error) {
    throw new ApiFailure(error instanceof Error ? error.message : 'request failed')
  }
}

const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const bodyOf = (data: unknown): BodyInit =>
  typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data ?? {})

const request = async (phone: Phone, { url, data, method, header }: Args): Promise<object> => {
  const response = await send(phone, url, {
    method: String(method ?? 'GET'),
    headers: { 'content-type': 'application/json', ...(header as Record<string, string>) },
    ...(method !== undefined && method !== 'GET' && { body: bodyOf(data) }),
  })
  const responseHeader: Record<string, string> = {}
  response.headers.forEach((value, name) => (responseHeader[name] = value))
  const text = await response.text()
  return { statusCode: response.status, header: responseHeader, data: jsonOrText(text) }
}

const uploadFile = async (phone: Phone, { url, filePath, name }: Args): Promise<object> => {
  const body = new FormData()
  const bytes = new Blob([new Uint8Array(bytesOf(phone, filePath))])
  body.append(String(name ?? 'file'), bytes, String(filePath))
  const response = await send(phone, url, { method: 'POST', body })
  return { statusCode: response.status, data: await response.text() }
}

const downloadFile = async (phone: Phone, { url }: Args): Promise<object> => {
  const response = await send(phone, url, {})
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { statusCode: response.status, tempFilePath: addTemporaryFile(phone, bytes) }
}

/** The result is parsed here: exparser drops objects of another realm. */
const callFunction = async (phone: Phone, { name, data }: Args): Promise<object> => {
  needsNetwork(phone)
  const text = JSON.stringify(data ?? {})
  if (Buffer.byteLength(text) > maxCallBytes) {
    throw new ApiFailure('data exceed max size', { errCode: -504001 })
  }
  const result = await phone.bridge.callFunction(String(name), JSON.parse(text))
  // The network may have gone while the cloud was at work: the caller never hears.
  needsNetwork(phone)
  return { result: JSON.parse(JSON.stringify(result ?? null)) as unknown }
}

const cloudUpload = async (phone: Phone, { cloudPath, filePath }: Args): Promise<object> => {
  needsNetwork(phone)
  const bytes = bytesOf(phone, filePath)
  return { fileID: await phone.bridge.uploadFile(String(cloudPath), bytes), statusCode: 200 }
}

export const networkApis = (phone: Phone): Wx => {
  let started = false
  const cloud = (name: string, run: (phone: Phone, args: Args) => Promise<object>) =>
    api(phone, `cloud.${name}`, (args) => {
      if (!started) throw new ApiFailure('Cloud API is not enabled, call wx.cloud.init first')
      return run(phone, args)
    })
  return {
    request: api(phone, 'request', (args) => request(phone, args)),
    uploadFile: api(phone, 'uploadFile', (args) => uploadFile(phone, args)),
    downloadFile: api(phone, 'downloadFile', (args) => downloadFile(phone, args)),
    openDocument: api(phone, 'openDocument', ({ filePath }) => {
      bytesOf(phone, filePath)
      return {}
    }),
    getNetworkType: api(phone, 'getNetworkType', () => ({
      networkType: phone.online ? (phone.wifi ? 'wifi' : '4g') : 'none',
    })),
    cloud: {
      init: () => void (started = true),
      callFunction: cloud('callFunction', callFunction),
      uploadFile: cloud('uploadFile', cloudUpload),
    },
  }
}
