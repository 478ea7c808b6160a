import { isPlainObject } from './document'

/** BSON type numbers by the names that `$type` and `bsonType` accept. */
const TYPE_CODES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
}

const TYPE_NAMES = new Map(Object.entries(TYPE_CODES).map(([name, code]) => [code, name]))

const LONG_LIMIT = 2 ** 63

/** Whether a number is kept as int or long in MongoDB when the SDK sends it: whole, below 2^63, not -0. */
export const isWhole = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < LONG_LIMIT && !Object.is(value, -0)

/** MongoDB's name of a value's type; a missing value is `missing`. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'number') {
    if (!isWhole(value)) return 'double'
    return value >= -0x80000000 && value <= 0x7fffffff ? 'int' : 'long'
  }
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  return isPlainObject(value) ? 'object' : typeof value
}

const NUMBERS = ['int', 'long', 'double', 'decimal']

/** Names of types that a type alias stands for; null for an unknown one. */
export function typesOfAlias(alias: string): string[] | null {
  if (alias === 'number') return NUMBERS
  return Object.hasOwn(TYPE_CODES, alias) ? [alias] : null
}

/** Name of the type with this BSON number; null for an unknown one. */
export const typeOfCode = (code: number): string | null => TYPE_NAMES.get(code) ?? null
