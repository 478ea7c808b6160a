import { invalidParam } from '../ground/cloud-error'

/** `outTradeNo` → `out_trade_no` */
export const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The parameters of a cloud call. Cloud calls name them in camel case, HTTPS with underscores; either is taken.
 * @throws CloudError INVALID_PARAM unless they are an object, or the JSON of one
 */
export function readRequest(data: unknown): Record<string, unknown> {
  if (data === undefined || data === null || data === '') return {}
  let value: unknown = data
  if (typeof data === 'string' || Buffer.isBuffer(data)) {
    if (data.length === 0) return {}
    try {
      value = JSON.parse(data.toString('utf8'))
    } catch {
      throw invalidParam('requestData is not JSON')
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParam('requestData must be an object')
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [snake(name), item]))
}
