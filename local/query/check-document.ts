import { isPlainObject } from '../engine/document'
import { invalidParam, requestFailed } from '../wire/cloud-error'

/** MongoDB's limit for one document. */
const MOST_BYTES = 16 * 1024 * 1024

function checkKeys(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((item, i) => checkKeys(item, `${path}${i}.`))
    return
  }
  if (!isPlainObject(value)) return
  const keys = Object.keys(value)
  // The SDK sends a Buffer as its JSON form: stored, it would never become bytes again.
  if (keys.length === 2 && value.type === 'Buffer' && Array.isArray(value.data)) {
    throw invalidParam(
      `field ${path.slice(0, -1)} holds a Buffer, which the SDK cannot send without loss`,
    )
  }
  for (const key of keys) {
    if (key.startsWith('$')) {
      throw requestFailed(
        `The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`,
      )
    }
    checkKeys(value[key], `${path}${key}.`)
  }
}

/** @throws CloudError for `$`-prefixed keys, Buffers, or an `_id` that is an array or a pattern */
export function checkDocument(document: Record<string, unknown>): void {
  if (Array.isArray(document._id) || document._id instanceof RegExp) {
    throw requestFailed("The '_id' value cannot be of type array or regex")
  }
  checkKeys(document, '')
}

/** @throws CloudError when the stored form is too large */
export function checkSize(ejson: string): void {
  if (Buffer.byteLength(ejson) > MOST_BYTES) throw requestFailed('object to insert too large')
}
