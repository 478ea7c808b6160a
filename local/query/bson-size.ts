import { isWhole } from '../ground/bson-types'

const textBytes = (text: string) => Buffer.byteLength(text)

function numberBytes(value: number): number {
  return isWhole(value) && value >= -0x80000000 && value <= 0x7fffffff ? 4 : 8
}

function valueBytes(value: unknown): number {
  if (value === null || value === undefined) return 0
  if (typeof value === 'number') return numberBytes(value)
  if (typeof value === 'boolean') return 1
  if (typeof value === 'string') return 5 + textBytes(value)
  if (value instanceof Date) return 8
  if (value instanceof RegExp) return textBytes(value.source) + value.flags.length + 2
  return bsonSize(value as object)
}

/** Bytes that a document takes in BSON, by which MongoDB limits it. */
export function bsonSize(document: object): number {
  let bytes = 5
  for (const [name, value] of Object.entries(document))
    bytes += 2 + textBytes(name) + valueBytes(value)
  return bytes
}
