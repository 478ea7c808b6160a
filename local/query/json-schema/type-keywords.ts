import { requestFailed } from '../../ground/cloud-error'
import { typeName, typesOfAlias } from '../../ground/bson-types'
import { keywordError } from './schema'
import type { Keyword } from './schema'

/** `type` knows the names of JSON Schema, `bsonType` those of BSON. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  array: 'array',
  boolean: 'bool',
  null: 'null',
  object: 'object',
  string: 'string',
}

function readNames(keyword: string, value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value))
    throw keywordError(keyword, 'must be either a string or an array of strings')
  const names = value.map((name: unknown) => {
    if (typeof name !== 'string') throw keywordError(keyword, 'array elements must be strings')
    return name
  })
  if (names.length === 0) throw keywordError(keyword, 'must name at least one type')
  const repeated = names.find((name, i) => names.indexOf(name) !== i)
  if (repeated !== undefined) throw keywordError(keyword, `has duplicate value: ${repeated}`)
  return names
}

function jsonType(name: string): string[] {
  if (name === 'number') return typesOfAlias('number') ?? []
  if (name === 'integer')
    throw requestFailed("$jsonSchema type 'integer' is not currently supported.")
  if (!Object.hasOwn(JSON_TYPES, name)) throw requestFailed(`Unknown type name alias: ${name}`)
  return [JSON_TYPES[name] as string]
}

function bsonType(name: string): string[] {
  const types = typesOfAlias(name)
  if (!types) throw requestFailed(`Unknown type name alias: ${name}`)
  return types
}

const ofTypes =
  (keyword: string, read: (name: string) => string[]): Keyword =>
  (value) => {
    const types = new Set(readNames(keyword, value).flatMap(read))
    return (found) => types.has(typeName(found))
  }

export const typeKeywords: Record<string, Keyword> = {
  type: ofTypes('type', jsonType),
  bsonType: ofTypes('bsonType', bsonType),
}
