import { isPlainObject } from '../../ground/document'
import { CloudError, requestFailed } from '../../ground/cloud-error'
import type { Scope } from '../expressions/expression'
import { checkPath } from '../expressions/field-path'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import { ProjectionTree } from './projection-tree'
import type { Stage, StageCompiler, StageContext } from './stage'

interface Leaf {
  parts: string[]
  value: unknown
}

const isFlag = (value: unknown): value is number | boolean =>
  typeof value === 'number' || typeof value === 'boolean'

function nestedLeaves(prefix: string[], fields: Record<string, unknown>, whole: unknown): Leaf[] {
  const entries = Object.entries(fields)
  if (entries.length === 0) {
    throw requestFailed(
      `an empty object is not a valid value. Found empty object at path ${prefix.join('.')}`,
    )
  }
  const operator = entries.some(([key]) => key.startsWith('$'))
  if (operator) {
    if (entries.length === 1) return [{ parts: prefix, value: fields }]
    throw requestFailed(
      `an expression specification must contain exactly one field, the name of the expression. Found ${entries.length} fields in ${bsonText(fields)}, while parsing object ${bsonText(whole)}`,
    )
  }
  return entries.flatMap(([key, value]) => {
    if (key.includes('.')) {
      throw requestFailed(
        `cannot use dotted field name '${key}' in a sub object: ${bsonText(whole)}`,
      )
    }
    const parts = [...prefix, ...checkPath(key)]
    return isPlainObject(value) ? nestedLeaves(parts, value, whole) : [{ parts, value }]
  })
}

function checkConflicts(leaves: readonly Leaf[], whole: unknown): void {
  const paths = leaves.map(({ parts }) => parts.join('.'))
  paths.forEach((path, i) => {
    const other = paths
      .slice(0, i)
      .find(
        (earlier) => `${path}.`.startsWith(`${earlier}.`) || `${earlier}.`.startsWith(`${path}.`),
      )
    if (other !== undefined) {
      throw requestFailed(
        `specification contains two conflicting paths. Cannot specify both '${path}' and '${other}': ${bsonText(whole)}`,
      )
    }
  })
}

/** The single fields that a specification names, whether dotted or nested. */
function leavesOf(specification: Record<string, unknown>, stage: string): Leaf[] {
  try {
    const entries = Object.entries(specification)
    if (entries.length === 0) throw requestFailed('specification must have at least one field')
    const leaves = entries.flatMap(([key, value]) => {
      const parts = checkPath(key)
      return isPlainObject(value) ? nestedLeaves(parts, value, specification) : [{ parts, value }]
    })
    checkConflicts(leaves, specification)
    return leaves
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw requestFailed(`Invalid ${stage} :: caused by :: ${error.message}`)
  }
}

type Kind = 'inclusion' | 'exclusion'

/** Whether a leaf decides what kind of projection this is; `_id: 0` or `1` alone does not. */
function kindOf({ parts, value }: Leaf): Kind | null {
  if (!isFlag(value)) return 'inclusion'
  if (parts.length === 1 && parts[0] === '_id') return null
  return value ? 'inclusion' : 'exclusion'
}

function projectionKind(leaves: readonly Leaf[], whole: unknown): Kind {
  let kind: Kind | null = null
  for (const leaf of leaves) {
    const own = kindOf(leaf)
    if (own === null || own === kind) continue
    if (kind !== null) {
      const text = bsonText(whole)
      const isId = leaf.parts.length === 1 && leaf.parts[0] === '_id'
      if (isId && !isFlag(leaf.value)) {
        throw requestFailed(
          `Bad projection specification, '_id' may not be a computed field in an exclusion projection: ${text}`,
        )
      }
      throw requestFailed(
        own === 'exclusion'
          ? `Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${text}`
          : `Bad projection specification, cannot include fields or add computed fields during an exclusion projection: ${text}`,
      )
    }
    kind = own
  }
  const [only] = leaves
  const excludesId = leaves.length === 1 && only?.parts.join('.') === '_id' && !only.value
  return kind ?? (excludesId ? 'exclusion' : 'inclusion')
}

const transforming = (tree: ProjectionTree, { request }: StageContext): Stage =>
  function* (documents) {
    for (const document of documents) {
      request.frame.root = document
      yield tree.apply(document, request.frame)
    }
  }

function projectionTree(leaves: readonly Leaf[], kind: Kind, scope: Scope): ProjectionTree {
  const tree = new ProjectionTree(kind)
  let idNamed = false
  for (const { parts, value } of leaves) {
    idNamed ||= parts[0] === '_id'
    if (!isFlag(value)) tree.compute(parts, scope.operand(value))
    else if ((kind === 'inclusion') === Boolean(value)) tree.name(parts)
  }
  if (!idNamed && kind === 'inclusion') tree.name(['_id'])
  return tree
}

/** `$project`: fields kept or dropped, and computed ones. */
export const project: StageCompiler = (specification, context) => {
  if (!isPlainObject(specification)) throw requestFailed('$project specification must be an object')
  const leaves = leavesOf(specification, '$project')
  const kind = projectionKind(leaves, specification)
  return transforming(projectionTree(leaves, kind, context.scope), context)
}

/** `$addFields` and its younger name `$set`: every value is an expression. */
export const addFields: StageCompiler = (specification, context, name) => {
  if (!isPlainObject(specification)) {
    throw requestFailed(
      `${name} specification stage must be an object, got ${typeName(specification)}`,
    )
  }
  const tree = new ProjectionTree('computed')
  for (const { parts, value } of leavesOf(specification, name))
    tree.compute(parts, context.scope.operand(value))
  return transforming(tree, context)
}

/** `$unset`: one field or a list of them. */
export const unset: StageCompiler = (specification, context) => {
  const fields: unknown[] = Array.isArray(specification) ? specification : [specification]
  if (!Array.isArray(specification) && typeof specification !== 'string')
    throw requestFailed('$unset specification must be a string or an array')
  if (fields.length === 0)
    throw requestFailed('$unset specification must be a string or an array with at least one field')
  const tree = new ProjectionTree('exclusion')
  const leaves = fields.map((field) => {
    if (typeof field !== 'string')
      throw requestFailed(
        '$unset specification must be a string or an array containing only string values',
      )
    return { parts: checkPath(field), value: 0 }
  })
  checkConflicts(leaves, specification)
  for (const { parts } of leaves) tree.name(parts)
  return transforming(tree, context)
}
