import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import type { Evaluate } from '../expressions/expression'
import { checkNewVariable, checkPath } from '../expressions/field-path'
import { joinValues, withPath } from './document-paths'
import { foreignDocuments } from './foreign-documents'
import { readStages } from './read-stages'
import type { Pipeline, Stage, StageCompiler, StageContext } from './stage'

interface Options {
  from: string
  as: string[]
  localField?: string
  foreignField?: string
  variables?: Record<string, unknown>
  pipeline?: unknown[]
}

const TEXTS = ['from', 'as', 'localField', 'foreignField']

function checkArguments(specification: unknown): Document {
  if (!isPlainObject(specification))
    throw requestFailed('the $lookup specification must be an Object')
  for (const [key, value] of Object.entries(specification)) {
    if (key === 'pipeline') {
      if (!Array.isArray(value)) {
        throw requestFailed(
          "invalid $lookup pipeline definition: TypeMismatch: 'pipeline' option must be specified as an array",
        )
      }
    } else if (key === 'let') {
      if (!isPlainObject(value)) {
        throw requestFailed(
          `$lookup argument 'let: ${bsonText(value)}' must be an object, is type ${typeName(value)}`,
        )
      }
    } else if (typeof value !== 'string') {
      throw requestFailed(
        `$lookup argument '${key}' must be a string, found ${key}: ${bsonText(value)}: ${typeName(value)}`,
      )
    } else if (!TEXTS.includes(key)) throw requestFailed(`unknown argument to $lookup: ${key}`)
  }
  return specification
}

function readOptions(specification: unknown): Options {
  const given = checkArguments(specification) as Record<string, unknown> & {
    from?: string
    as?: string
    localField?: string
    foreignField?: string
  }
  const { from, as, localField, foreignField, let: variables, pipeline } = given
  if (from === undefined) {
    throw requestFailed(
      `missing 'from' option to $lookup stage specification: ${bsonText(specification)}`,
    )
  }
  if (!from) throw requestFailed("must specify 'from' field for a $lookup")
  if (!as) throw requestFailed("must specify 'as' field for a $lookup")
  const base = { from, as: checkPath(as) }
  if (Array.isArray(pipeline)) {
    if (localField || foreignField) {
      throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
    }
    return { ...base, pipeline, ...(isPlainObject(variables) ? { variables } : {}) }
  }
  if (!localField || !foreignField) {
    throw requestFailed(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  }
  if (variables !== undefined)
    throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'")
  return { ...base, localField, foreignField }
}

/** What is joined to a document, which is the frame's root. */
type Join = (document: Document) => Document[]

function joinByFields(options: Options, context: StageContext): Join {
  const local = checkPath(options.localField as string)
  const foreign = checkPath(options.foreignField as string).join('.')
  const find = foreignDocuments(options.from, foreign, context.request, '$lookup')
  return (document) => {
    const values = joinValues(document, local)
    // A missing field is joined with null and missing ones.
    return find(values.length === 0 ? [null] : values)
  }
}

function joinByPipeline(options: Options, context: StageContext): Join {
  const { frame } = context.request
  const names = Object.keys(options.variables ?? {})
  names.forEach(checkNewVariable)
  const values: Evaluate[] = names.map(
    (name) => context.scope.operand(options.variables?.[name]).run,
  )
  const inner = context.scope.define(...names)
  const stages = readStages(options.pipeline ?? [])
  for (const { name } of stages) {
    if (name === '$out' || name === '$merge')
      throw requestFailed(`${name} is not allowed within a $lookup's sub-pipeline`)
  }
  const pipeline: Pipeline = context.pipelineOn(options.from, stages, inner.scope)
  return (document) => {
    frame.root = document
    values.forEach((value, i) => {
      frame.slots[inner.slots[i] as number] = value(frame)
    })
    return [...pipeline()]
  }
}

/** `$lookup`: an array of what another collection holds for each document. */
export const lookup: StageCompiler = (specification, context) => {
  const options = readOptions(specification)
  const join = options.pipeline ? joinByPipeline(options, context) : joinByFields(options, context)
  const run: Stage = function* (documents) {
    for (const document of documents) yield withPath(document, options.as, join(document))
  }
  return run
}
