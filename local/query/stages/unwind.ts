import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { checkPath } from '../expressions/field-path'
import { typeName } from '../../ground/bson-types'
import { plainValue, withPath } from './document-paths'
import type { StageCompiler } from './stage'

interface Options {
  parts: string[]
  preserve: boolean
  index: string[] | null
}

function readPath(path: unknown): string[] {
  if (typeof path !== 'string') {
    throw requestFailed(`expected a string as the path for $unwind stage, got ${typeName(path)}`)
  }
  if (path === '') throw requestFailed('no path specified to $unwind stage')
  if (!path.startsWith('$'))
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  return checkPath(path.slice(1))
}

function readIndex(index: unknown): string[] | null {
  if (index === undefined) return null
  if (typeof index !== 'string' || index === '') {
    throw requestFailed(
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(index)}`,
    )
  }
  if (index.startsWith('$')) {
    throw requestFailed(
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`,
    )
  }
  return checkPath(index)
}

function readOptions(specification: unknown): Options {
  if (typeof specification === 'string')
    return { parts: readPath(specification), preserve: false, index: null }
  if (!isPlainObject(specification)) {
    throw requestFailed(
      `expected either a string or an object as specification for $unwind stage, got ${typeName(specification)}`,
    )
  }
  const {
    path,
    preserveNullAndEmptyArrays: preserve = false,
    includeArrayIndex,
    ...rest
  } = specification
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`)
  if (typeof preserve !== 'boolean') {
    throw requestFailed(
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserve)}`,
    )
  }
  const index = readIndex(includeArrayIndex)
  if (path === undefined) throw requestFailed('no path specified to $unwind stage')
  return { parts: readPath(path), preserve, index }
}

function* unwound(document: Document, { parts, preserve, index }: Options): Generator<Document> {
  const value = plainValue(document, parts)
  const numbered = (result: Document, at: number | null) =>
    index ? withPath(result, index, at) : result
  if (!Array.isArray(value)) {
    const isThere = value !== null && value !== undefined
    if (isThere || preserve) yield numbered(document, null)
    return
  }
  // An empty array leaves no field behind.
  if (value.length === 0 && preserve) yield numbered(withPath(document, parts, undefined), null)
  for (let at = 0; at < value.length; at++)
    yield numbered(withPath(document, parts, value[at] as unknown), at)
}

/** `$unwind`: one document for each element. */
export const unwind: StageCompiler = (specification) => {
  const options = readOptions(specification)
  return function* (documents) {
    for (const document of documents) yield* unwound(document, options)
  }
}
