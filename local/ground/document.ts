/** What a document may hold: null, boolean, number, string, Date, RegExp, arrays and plain objects of these. */
export type Document = Record<string, unknown>

/** `_id` as a map key. Strings and numbers are themselves, so `1` and `"1"` stay different documents. */
export type DocumentKey = string | number

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneValue(item)) as T
  if (value instanceof Date) return new Date(value.getTime()) as T
  if (isPlainObject(value)) {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) copy[key] = cloneValue(value[key])
    return copy as T
  }
  return value
}
