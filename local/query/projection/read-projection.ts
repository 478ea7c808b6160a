import { isPlainObject } from '../../ground/document'
import { bsonText } from '../../ground/bson-text'
import { requestFailed } from '../../ground/cloud-error'
import { isTruthy } from '../filter/condition'
import type { Condition, Fields } from '../filter/condition'
import { parseFilter } from '../filter/parse-filter'
import { truncated } from '../filter/whole-number'
import { elementText } from '../../ground/value-text'

/** What happens to a field; a tree along the dotted paths of the projection. */
export interface FieldPlan {
  fields: Map<string, FieldPlan>
  /** Whether fields that the plan does not name stay. */
  keepOthers: boolean
  slice: { skip: number; limit: number } | null
}

export interface Projection extends FieldPlan {
  keepId: boolean
  positional: boolean
  /** Per field, the criterion of its `$elemMatch`. */
  elements: Map<string, Condition>
}

const emptyPlan = (): FieldPlan => ({ fields: new Map(), keepOthers: true, slice: null })

function planAt(plan: FieldPlan, path: string, onTheWay: (plan: FieldPlan) => void): FieldPlan {
  let at = plan
  for (const part of path.split('.')) {
    onTheWay(at)
    let next = at.fields.get(part)
    if (!next) at.fields.set(part, (next = emptyPlan()))
    at = next
  }
  return at
}

function include(plan: FieldPlan, path: string, included: boolean): void {
  const end = planAt(plan, path, (at) => (at.keepOthers = !included))
  end.keepOthers = included
}

function readSlice(value: unknown): { skip: number; limit: number } {
  if (typeof value === 'number') {
    const count = truncated(value)
    return count < 0 ? { skip: count, limit: -count } : { skip: 0, limit: count }
  }
  if (!Array.isArray(value))
    throw requestFailed('$slice only supports numbers and [skip, limit] arrays')
  if (value.length !== 2) throw requestFailed('$slice array wrong size')
  const [skip, limit] = [truncated(value[0]), truncated(value[1])]
  if (limit <= 0) throw requestFailed('$slice limit must be positive')
  return { skip, limit }
}

function addElemMatch(plan: Projection, path: string, criterion: unknown): void {
  if (!isPlainObject(criterion))
    throw requestFailed('elemMatch: Invalid argument, object required.')
  if (plan.positional) throw requestFailed('Cannot specify positional operator and $elemMatch.')
  if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.')
  const scope = { nested: false, near: false, expression: null }
  plan.elements.set(path, parseFilter({ [path]: { $elemMatch: criterion } }, scope))
  include(plan, path, true)
}

function addOperator(plan: Projection, path: string, value: Fields): void {
  const entries = Object.entries(value)
  const [entry] = entries
  if (!entry || entries.length !== 1) throw requestFailed(`>1 field in obj: ${bsonText(value)}`)
  const [operator, argument] = entry
  if (operator === '$slice') planAt(plan, path, () => undefined).slice = readSlice(argument)
  else if (operator === '$elemMatch') addElemMatch(plan, path, argument)
  else throw requestFailed(`Unsupported projection option: ${elementText(path, value)}`)
}

/** Fields that a filter speaks of, up to their first dot. */
function namesIn(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(namesIn)
  if (!isPlainObject(filter)) return []
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') ? namesIn(value) : [key.split('.')[0] as string],
  )
}

function checkPositional(plan: Projection, path: string, included: boolean, filter: Fields): void {
  if (!included) throw requestFailed('Cannot exclude array elements with the positional operator.')
  if (plan.positional)
    throw requestFailed('Cannot specify more than one positional proj. per query.')
  if (plan.elements.size > 0)
    throw requestFailed('Cannot specify positional operator and $elemMatch.')
  if (path.slice(path.indexOf('.$') + 2).includes('.$'))
    throw requestFailed(
      `Positional projection '${path}' contains the positional operator more than once.`,
    )
  if (!namesIn(filter).includes(path.split('.')[0] as string))
    throw requestFailed(`Positional projection '${path}' does not match the query document.`)
}

/** @throws CloudError with MongoDB's text */
export function readProjection(projection: Fields, filter: Fields): Projection {
  const plan: Projection = { ...emptyPlan(), keepId: true, positional: false, elements: new Map() }
  let mode: boolean | null = null
  for (const [path, value] of Object.entries(projection)) {
    const included = isTruthy(value)
    const positional = path.includes('.$')
    if (isPlainObject(value)) {
      addOperator(plan, path, value)
    } else if (path === '_id' && !included) {
      plan.keepId = false
    } else {
      mode ??= included
      if (mode !== included)
        throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
      include(plan, path, included)
      plan.keepOthers = !mode
    }
    if (positional) {
      checkPositional(plan, path, included, filter)
      plan.positional = true
    }
  }
  return plan
}
