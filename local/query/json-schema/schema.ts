import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'

export type Fields = Record<string, unknown>

/** Whether a value that is there fits a schema. */
export type Schema = (value: unknown) => boolean

/** Parses a nested schema. */
export type ParseSchema = (schema: Fields) => Schema

/** Turns one keyword into a check. `schema` holds its neighbours. */
export type Keyword = (value: unknown, schema: Fields, parse: ParseSchema) => Schema

/** A keyword of one type lets every value of another type pass. */
export const onlyFor =
  (isType: (value: unknown) => boolean, check: Schema): Schema =>
  (value) =>
    !isType(value) || check(value)

export const keywordError = (keyword: string, complaint: string) =>
  requestFailed(`$jsonSchema keyword '${keyword}' ${complaint}`)

export const foundType = (value: unknown) => `but found an element of type ${typeName(value)}`
