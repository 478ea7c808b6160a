import { isPlainObject } from '../../ground/document'
import { allDifferent, sameValue } from './same-value'
import { foundType, keywordError } from './schema'
import type { Keyword, ParseSchema, Schema } from './schema'

function readList(keyword: string, value: unknown, parse: ParseSchema): Schema[] {
  if (!Array.isArray(value)) throw keywordError(keyword, 'must be an array')
  if (value.length === 0) throw keywordError(keyword, 'must be a non-empty array')
  return value.map((schema: unknown) => {
    if (!isPlainObject(schema))
      throw keywordError(keyword, `must be an array of objects, ${foundType(schema)}`)
    return parse(schema)
  })
}

const combined =
  (keyword: string, enough: (fitting: number, all: number) => boolean): Keyword =>
  (value, _schema, parse) => {
    const schemas = readList(keyword, value, parse)
    return (found) => enough(schemas.filter((fits) => fits(found)).length, schemas.length)
  }

const not: Keyword = (value, _schema, parse) => {
  if (!isPlainObject(value)) throw keywordError('not', `must be an object, ${foundType(value)}`)
  const fits = parse(value)
  return (found) => !fits(found)
}

const oneOfValues: Keyword = (values) => {
  if (!Array.isArray(values)) throw keywordError('enum', `must be an array, ${foundType(values)}`)
  if (values.length === 0) throw keywordError('enum', 'cannot be an empty array')
  if (!allDifferent(values)) throw keywordError('enum', 'array cannot contain duplicate values.')
  return (found) => values.some((value) => sameValue(value, found))
}

export const logicalKeywords: Record<string, Keyword> = {
  allOf: combined('allOf', (fitting, all) => fitting === all),
  anyOf: combined('anyOf', (fitting) => fitting > 0),
  oneOf: combined('oneOf', (fitting) => fitting === 1),
  not,
  enum: oneOfValues,
}
