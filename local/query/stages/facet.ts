import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { checkFieldName } from '../expressions/compile-expression'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import { readStages } from './read-stages'
import type { RawStage, Stage, StageCompiler } from './stage'

const NOT_INSIDE = ['$facet', '$geoNear', '$out', '$merge']

function checkInside(stages: readonly RawStage[]): void {
  for (const { name } of stages) {
    if (NOT_INSIDE.includes(name))
      throw requestFailed(`${name} is not allowed to be used within a $facet stage`)
  }
}

/** `$facet`: several pipelines over the same documents, in one result. */
export const facet: StageCompiler = (specification, context) => {
  if (!isPlainObject(specification) || Object.keys(specification).length === 0) {
    throw requestFailed(
      `the $facet specification must be a non-empty object, but found: $facet: ${bsonText(specification)}`,
    )
  }
  const facets: Array<readonly [string, Stage]> = Object.entries(specification).map(
    ([name, stages]) => {
      checkFieldName(name)
      if (!Array.isArray(stages)) {
        throw requestFailed(
          `arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`,
        )
      }
      const raw = readStages(stages)
      checkInside(raw)
      return [name, context.stagesOf(raw, context)]
    },
  )
  return function* (documents) {
    const all = [...documents]
    const result: Document = {}
    for (const [name, stage] of facets) result[name] = [...stage(all)]
    yield result
  }
}
