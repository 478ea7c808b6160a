/** Canonical EJSON, as the SDK writes it into requests. */
function toWire(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? { $numberInt: String(value) }
      : { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp)
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(toWire)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWire(inner)]))
}

export const wireText = (value: unknown): string => JSON.stringify(toWire(value))

/** What replies hold: plain JSON with dates (and -0) wrapped. */
export function fromWire(text: string): Record<string, unknown> {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    const wrapped = value as { $date?: { $numberLong: string }; $numberDouble?: string }
    if (wrapped.$date) return new Date(Number(wrapped.$date.$numberLong ?? wrapped.$date))
    return wrapped.$numberDouble === undefined ? value : Number(wrapped.$numberDouble)
  }) as Record<string, unknown>
}
