/** Whether JSON.stringify alone would lose something: dates, patterns, NaN and infinities, undefined in arrays. */
function needsWrapping(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Date || value instanceof RegExp) return true
  if (Array.isArray(value)) {
    for (const item of value) if (needsWrapping(item)) return true
    return false
  }
  for (const key in value) if (needsWrapping((value as Record<string, unknown>)[key])) return true
  return false
}

function wrap(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
  }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp)
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(wrap)
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) out[key] = wrap((value as Record<string, unknown>)[key])
  return out
}

/**
 * EJSON text of a value, as the SDK parses replies (relaxed numbers, canonical dates).
 * Also the form in which documents stand in the commit log.
 */
export function encodeEjson(value: unknown): string {
  return JSON.stringify(needsWrapping(value) ? wrap(value) : value) ?? 'null'
}
