import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import { checkPath } from '../expressions/field-path'
import { valueKey } from '../expressions/ordering'
import { joinValues, withPath } from './document-paths'
import { foreignDocuments } from './foreign-documents'
import { compileMatch } from './match'
import type { StageCompiler } from './stage'

interface Options {
  from: string
  as: string[]
  connectTo: string
  connectFrom: string[]
  startWith: unknown
  depthField: string[] | null
  maxDepth: number
  restrict: Document
}

const TEXTS = ['from', 'as', 'connectFromField', 'connectToField', 'depthField']

function checkArguments(specification: unknown): Document {
  if (!isPlainObject(specification))
    throw requestFailed(
      `the $graphLookup stage specification must be an object, but found ${typeName(specification)}`,
    )
  for (const [key, value] of Object.entries(specification)) {
    if (key === 'startWith') continue
    if (key === 'maxDepth') {
      if (typeof value !== 'number')
        throw requestFailed(`maxDepth must be numeric, found type: ${typeName(value)}`)
      if (value < 0)
        throw requestFailed(`maxDepth requires a nonnegative argument, found: ${value}`)
      if (!Number.isInteger(value))
        throw requestFailed(`maxDepth could not be represented as a long long: ${value}`)
    } else if (key === 'restrictSearchWithMatch') {
      if (!isPlainObject(value)) {
        throw requestFailed(`restrictSearchWithMatch must be an object, found ${typeName(value)}`)
      }
    } else if (!TEXTS.includes(key)) {
      throw requestFailed(`Unknown argument to $graphLookup: ${key}`)
    } else if (typeof value !== 'string') {
      throw requestFailed(
        `expected string as argument for ${key}, found: ${key}: ${bsonText(value)}`,
      )
    }
  }
  return specification
}

function readOptions(specification: unknown): Options {
  const given = checkArguments(specification)
  const { from, as, connectFromField, connectToField, depthField } = given as Record<string, string>
  const { startWith, maxDepth = Infinity, restrictSearchWithMatch = {} } = given
  if (!from || !as || startWith === undefined || !connectFromField || !connectToField) {
    throw requestFailed(
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    )
  }
  return {
    from,
    as: checkPath(as),
    connectTo: checkPath(connectToField).join('.'),
    connectFrom: checkPath(connectFromField),
    startWith,
    depthField: depthField === undefined ? null : checkPath(depthField),
    maxDepth: maxDepth as number,
    restrict: restrictSearchWithMatch as Document,
  }
}

/** `$graphLookup`: everything that can be reached from each document, step by step. */
export const graphLookup: StageCompiler = (specification, context) => {
  const options = readOptions(specification)
  const start = context.scope.operand(options.startWith)
  const find = foreignDocuments(options.from, options.connectTo, context.request, '$graphLookup')
  const { test } = compileMatch(options.restrict, context)
  const { frame } = context.request

  const reach = (first: unknown[]): Document[] => {
    const reached = new Map<unknown, Document>()
    const asked = new Set<unknown>()
    let frontier = first
    for (let depth = 0; depth <= options.maxDepth && frontier.length > 0; depth++) {
      const fresh = frontier.filter((value) => !asked.has(valueKey(value)))
      for (const value of fresh) asked.add(valueKey(value))
      const next: unknown[] = []
      for (const document of fresh.length === 0 ? [] : find(fresh)) {
        const key = valueKey(document._id)
        if (reached.has(key) || !test(document)) continue
        reached.set(
          key,
          options.depthField ? withPath(document, options.depthField, depth) : document,
        )
        next.push(...joinValues(document, options.connectFrom))
      }
      frontier = next
    }
    return [...reached.values()]
  }

  return function* (documents) {
    for (const document of documents) {
      frame.root = document
      const value = start.run(frame)
      const first: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
      yield withPath(document, options.as, reach(first))
    }
  }
}
