import { EMPTY_ARRAY } from './compare-values'

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan.0'
  if (!Number.isFinite(value)) return value < 0 ? '-inf.0' : 'inf.0'
  // Whole numbers are ints or longs here: the SDK sends them so.
  return Object.is(value, -0) ? '0' : String(value)
}

const asItIs = (name: string) => name

/**
 * A value as MongoDB prints it inside its error texts: `{ a: "x", b: [ 1, 2.5 ], c: new Date(5) }`.
 * @param nameText writes the names of fields; as they are when absent, so that equal texts need not mean equal values
 */
export function bsonText(value: unknown, nameText: (name: string) => string = asItIs): string {
  if (value === null || value === undefined) return 'null'
  if (value === EMPTY_ARRAY) return 'undefined'
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[ ${value.map((item) => bsonText(item, nameText)).join(', ')} ]`
  const fields = Object.entries(value).map(
    ([key, inner]) => `${nameText(key)}: ${bsonText(inner, nameText)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}
