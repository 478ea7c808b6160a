import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { countNumber } from '../filter/whole-number'
import { patternTest } from '../filter/pattern-conditions'
import { readPattern } from '../../ground/read-pattern'
import { foundType, keywordError, onlyFor } from './schema'
import type { Fields, Keyword, ParseSchema, Schema } from './schema'

const onObjects = (check: (object: Fields) => boolean): Schema =>
  onlyFor(isPlainObject, (value) => check(value as Fields))

const required: Keyword = (names) => {
  if (!Array.isArray(names)) throw keywordError('required', `must be an array, ${foundType(names)}`)
  for (const name of names as unknown[])
    if (typeof name !== 'string')
      throw keywordError(
        'required',
        `must be an array of strings, but found an element of type: ${typeName(name)}`,
      )
  if (names.length === 0) throw keywordError('required', 'cannot be an empty array')
  if (new Set(names).size !== names.length)
    throw keywordError('required', 'array cannot contain duplicate values')
  return onObjects((object) => names.every((name: string) => Object.hasOwn(object, name)))
}

const properties: Keyword = (value, _schema, parse) => {
  if (!isPlainObject(value)) throw keywordError('properties', 'must be an object')
  const schemas = Object.entries(value).map(([name, schema]) => {
    if (!isPlainObject(schema))
      throw requestFailed(`Nested schema for $jsonSchema property '${name}' must be an object`)
    return [name, parse(schema)] as const
  })
  return onObjects((object) =>
    schemas.every(([name, fits]) => !Object.hasOwn(object, name) || fits(object[name])),
  )
}

function readPatterns(value: unknown, parse: ParseSchema) {
  if (value === undefined) return []
  if (!isPlainObject(value)) throw keywordError('patternProperties', 'must be an object')
  return Object.entries(value).map(([source, schema]) => {
    if (!isPlainObject(schema))
      throw keywordError('patternProperties', `has property '${source}' which is not an object`)
    const pattern = readPattern(source, '')
    if (!pattern)
      throw requestFailed(`Invalid regular expression in $jsonSchema keyword: /${source}/`)
    return { matches: patternTest(pattern), fits: parse(schema) }
  })
}

const patternProperties: Keyword = (value, _schema, parse) => {
  const patterns = readPatterns(value, parse)
  return onObjects((object) =>
    Object.entries(object).every(([name, inner]) =>
      patterns.every(({ matches, fits }) => !matches(name) || fits(inner)),
    ),
  )
}

const additionalProperties: Keyword = (value, schema, parse) => {
  if (typeof value !== 'boolean' && !isPlainObject(value))
    throw keywordError('additionalProperties', 'must be an object or a boolean')
  const fits: Schema = typeof value === 'boolean' ? () => value : parse(value)
  const patterns = readPatterns(schema.patternProperties, parse)
  const named = isPlainObject(schema.properties) ? schema.properties : {}
  return onObjects((object) =>
    Object.entries(object).every(
      ([name, inner]) =>
        Object.hasOwn(named, name) || patterns.some(({ matches }) => matches(name)) || fits(inner),
    ),
  )
}

const propertyCount =
  (keyword: string, fits: (count: number, limit: number) => boolean): Keyword =>
  (limit) => {
    const count = countNumber(keyword, limit)
    return onObjects((object) => fits(Object.keys(object).length, count))
  }

function dependentNames(name: string, names: unknown[]): Schema {
  const where = `'${name}' in $jsonSchema keyword 'dependencies'`
  if (names.length === 0) throw requestFailed(`property ${where} cannot be an empty array`)
  names.forEach((needed, i) => {
    if (typeof needed !== 'string')
      throw requestFailed(
        `array ${where} can only contain strings, but found element of type: ${typeName(needed)}`,
      )
    if (names.indexOf(needed) !== i)
      throw requestFailed(`array ${where} contains duplicate element: ${needed}`)
  })
  return onObjects((object) => names.every((needed) => Object.hasOwn(object, needed as string)))
}

const dependencies: Keyword = (value, _schema, parse) => {
  if (!isPlainObject(value)) throw keywordError('dependencies', 'must be an object')
  const rules = Object.entries(value).map(([name, rule]) => {
    if (Array.isArray(rule)) return [name, dependentNames(name, rule)] as const
    if (isPlainObject(rule)) return [name, parse(rule)] as const
    throw requestFailed(
      `property '${name}' in $jsonSchema keyword 'dependencies' must be either an object or an array`,
    )
  })
  return onObjects((object) =>
    rules.every(([name, fits]) => !Object.hasOwn(object, name) || fits(object)),
  )
}

export const objectKeywords: Record<string, Keyword> = {
  required,
  properties,
  patternProperties,
  additionalProperties,
  minProperties: propertyCount('minProperties', (found, limit) => found >= limit),
  maxProperties: propertyCount('maxProperties', (found, limit) => found <= limit),
  dependencies,
}
