import { isPlainObject } from '../../ground/document'

const REFERENCE_KEYS = ['$ref', '$id']

/** Whether a value in a filter holds operators rather than being a document to compare with. */
export function isExpressionDocument(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false
  const keys = Object.keys(value)
  if (!keys[0]?.startsWith('$')) return false
  return !REFERENCE_KEYS.every((key) => keys.includes(key))
}
