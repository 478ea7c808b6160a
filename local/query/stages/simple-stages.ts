import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { isOperatorObject } from '../expressions/compile-expression'
import { typeName } from '../../ground/bson-types'
import { checkPath } from '../expressions/field-path'
import { readOrder, sortDocuments } from '../sort-documents'
import type { SortOrder } from '../sort-documents'
import { group } from './group'
import type { StageCompiler } from './stage'

/** @throws CloudError unless a number above 0 */
export function readLimit(specification: unknown): number {
  if (typeof specification !== 'number')
    throw requestFailed('the limit must be specified as a number')
  const limit = Math.trunc(specification)
  if (!(limit > 0)) throw requestFailed('the limit must be positive')
  return limit
}

/** @throws CloudError unless a number of at least 0 */
export function readSkip(specification: unknown): number {
  if (typeof specification !== 'number') {
    throw requestFailed(`Argument to $skip must be a number not a ${typeName(specification)}`)
  }
  const skip = Math.trunc(specification)
  if (!(skip >= 0)) throw requestFailed('Argument to $skip cannot be negative')
  return skip
}

/** The order of `$sort`; keys that sort by `$meta` have no values here and are left out. */
export function readSort(specification: unknown): SortOrder {
  if (!isPlainObject(specification))
    throw requestFailed('the $sort key specification must be an object')
  const entries = Object.entries(specification)
  if (entries.length === 0) throw requestFailed('$sort stage must have at least one sort key')
  const plain: Record<string, unknown> = {}
  for (const [path, direction] of entries) {
    checkPath(path)
    if (isPlainObject(direction)) {
      if (Object.keys(direction)[0] !== '$meta')
        throw requestFailed('$meta is the only expression supported by $sort right now')
      if (Object.keys(direction).length !== 1)
        throw requestFailed('Cannot have additional keys in a $meta sort specification')
      if (direction.$meta !== 'textScore' && direction.$meta !== 'randVal')
        throw requestFailed(`Unsupported argument to $meta: ${String(direction.$meta)}`)
      continue
    }
    if (typeof direction !== 'number') {
      throw requestFailed(
        "$sort key ordering must be specified using a number or {$meta: 'textScore'}",
      )
    }
    const way = Math.trunc(direction)
    if (way !== 1 && way !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    plain[path] = way
  }
  return readOrder(plain)
}

export const limit: StageCompiler = (specification) => {
  const most = readLimit(specification)
  return function* (documents) {
    let count = 0
    for (const document of documents) {
      yield document
      count += 1
      // Returning here ends the stages before, too.
      if (count >= most) return
    }
  }
}

export const skip: StageCompiler = (specification) => {
  const first = readSkip(specification)
  return function* (documents) {
    let count = 0
    for (const document of documents) if (count++ >= first) yield document
  }
}

export const sort: StageCompiler = (specification) => {
  const order = readSort(specification)
  return (documents) => sortDocuments([...documents], order)
}

export const count: StageCompiler = (specification) => {
  if (typeof specification !== 'string' || specification === '')
    throw requestFailed('the count field must be a non-empty string')
  if (specification.startsWith('$'))
    throw requestFailed('the count field cannot be a $-prefixed path')
  if (specification.includes('\0'))
    throw requestFailed('the count field cannot contain a null byte')
  if (specification.includes('.')) throw requestFailed("the count field cannot contain '.'")
  return function* (documents) {
    let total = 0
    if (Array.isArray(documents)) total = documents.length
    else for (const document of documents) if (document) total += 1
    // Without documents there is no group, hence no result.
    if (total > 0) yield { [specification]: total }
  }
}

export const sortByCount: StageCompiler = (specification, context) => {
  if (isPlainObject(specification)) {
    if (!isOperatorObject(specification)) {
      throw requestFailed(
        'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
      )
    }
  } else if (typeof specification !== 'string') {
    throw requestFailed('the sortByCount field must be specified as a string or as an object')
  } else if (!specification.startsWith('$')) {
    throw requestFailed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  }
  const counted = group({ _id: specification, count: { $sum: 1 } }, context, '$group')
  return (documents) => sortDocuments([...counted(documents)], [['count', -1]])
}

/** Draws without putting back, in random order. */
export const sample: StageCompiler = (specification) => {
  if (!isPlainObject(specification))
    throw requestFailed('the $sample stage specification must be an object')
  for (const key of Object.keys(specification))
    if (key !== 'size') throw requestFailed(`unrecognized option to $sample: ${key}`)
  const { size } = specification
  if (size === undefined) throw requestFailed('$sample stage must specify a size')
  if (typeof size !== 'number') throw requestFailed('size argument to $sample must be a number')
  if (size < 0) throw requestFailed('size argument to $sample must not be negative')
  return (documents) => {
    const all = [...documents]
    const wanted = Math.min(Math.trunc(size), all.length)
    for (let i = 0; i < wanted; i++) {
      const other = i + Math.floor(Math.random() * (all.length - i))
      const drawn = all[other] as (typeof all)[number]
      all[other] = all[i] as (typeof all)[number]
      all[i] = drawn
    }
    return all.slice(0, wanted)
  }
}
