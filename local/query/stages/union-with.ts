import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { readStages } from './read-stages'
import type { StageCompiler } from './stage'

/** `$unionWith`: the documents of another collection after those at hand. */
export const unionWith: StageCompiler = (specification, context) => {
  if (typeof specification !== 'string' && !isPlainObject(specification)) {
    throw requestFailed(
      `the $unionWith stage specification must be an object or string, but found ${typeName(specification)}`,
    )
  }
  const options = typeof specification === 'string' ? { coll: specification } : specification
  const { coll, pipeline = [], ...rest } = options as Record<string, unknown>
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined)
    throw requestFailed(`BSON field '$unionWith.${unknown}' is an unknown field.`)
  if (typeof coll !== 'string')
    throw requestFailed("BSON field '$unionWith.coll' is missing but a required field")
  if (!Array.isArray(pipeline))
    throw requestFailed(
      `BSON field '$unionWith.pipeline' is the wrong type '${typeName(pipeline)}', expected type 'array'`,
    )
  const other = context.pipelineOn(coll, readStages(pipeline), context.scope)
  return function* (documents) {
    yield* documents
    yield* other()
  }
}
