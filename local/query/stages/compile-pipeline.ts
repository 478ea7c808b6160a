import { requestFailed } from '../../ground/cloud-error'
import type { Scope } from '../expressions/expression'
import { bucket } from './bucket'
import { bucketAuto } from './bucket-auto'
import { facet } from './facet'
import { collectionNamed } from './foreign-documents'
import { compileGeoNear } from './geo-near'
import { graphLookup } from './graph-lookup'
import { group } from './group'
import { lookup } from './lookup'
import { match } from './match'
import { addFields, project, unset } from './project'
import { redact } from './redact'
import { replaceRoot, replaceWith } from './replace-root'
import { count, limit, sample, skip, sort, sortByCount } from './simple-stages'
import { compileSource } from './source'
import type {
  Documents,
  Pipeline,
  RawStage,
  Request,
  Stage,
  StageCompiler,
  StageContext,
} from './stage'
import { unionWith } from './union-with'
import { unwind } from './unwind'

const STAGES: ReadonlyMap<string, StageCompiler> = new Map(
  Object.entries({
    $addFields: addFields,
    $bucket: bucket,
    $bucketAuto: bucketAuto,
    $count: count,
    $facet: facet,
    $graphLookup: graphLookup,
    $group: group,
    $limit: limit,
    $lookup: lookup,
    $match: match,
    $project: project,
    $redact: redact,
    $replaceRoot: replaceRoot,
    $replaceWith: replaceWith,
    $sample: sample,
    $set: addFields,
    $skip: skip,
    $sort: sort,
    $sortByCount: sortByCount,
    $unionWith: unionWith,
    $unset: unset,
    $unwind: unwind,
  }),
)

function compileStage({ name, specification }: RawStage, context: StageContext): Stage {
  if (name === '$geoNear')
    throw requestFailed('$geoNear is only valid as the first stage in a pipeline.')
  // Stages that write into collections do not exist here, as they do not in CloudBase.
  const compile = STAGES.get(name)
  if (!compile) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
  return compile(specification, context, name)
}

function stagesOf(stages: readonly RawStage[], context: StageContext): Stage {
  const compiled = stages.map((stage) => compileStage(stage, context))
  return (documents: Documents) => compiled.reduce((input, stage) => stage(input), documents)
}

/**
 * Compiles a pipeline over a collection. All of it is checked before any document is read.
 * @param operation names it in a strict-mode refusal
 * @throws CloudError with MongoDB's text for a malformed stage
 */
export function compilePipeline(
  collectionName: string,
  stages: readonly RawStage[],
  request: Request,
  scope: Scope,
  operation: string,
): Pipeline {
  const context: StageContext = {
    request,
    collection: collectionName,
    scope,
    stagesOf,
    pipelineOn: (name, inner, innerScope) =>
      compilePipeline(name, inner, request, innerScope, '$lookup'),
  }
  const collection = collectionNamed(collectionName, request)
  const [first] = stages
  if (first?.name === '$geoNear') {
    const rest = stagesOf(stages.slice(1), context)
    if (!collection) return () => rest([])
    const source = compileGeoNear(first.specification, collection, context)
    return () => rest(source())
  }
  if (!collection) {
    const all = stagesOf(stages, context)
    return () => all([])
  }
  const source = compileSource(collection, stages, context, operation)
  const rest = stagesOf(stages.slice(source.taken), context)
  return () => rest(source.run())
}
