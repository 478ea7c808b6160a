import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import type { Fields } from '../filter/condition'
import type { FieldPlan, Projection } from './read-projection'

/** What is left of a value; `undefined` when the field falls away. */
type Kept = unknown

function keptItem(item: unknown, plan: FieldPlan): Kept {
  if (Array.isArray(item)) return keptItems(item, plan)
  if (isPlainObject(item)) return keptFields(item, plan, null)
  return plan.keepOthers ? item : undefined
}

const keptItems = (array: unknown[], plan: FieldPlan): unknown[] =>
  array.map((item: unknown) => keptItem(item, plan)).filter((item) => item !== undefined)

function sliced(array: unknown[], plan: FieldPlan): unknown[] {
  if (!plan.slice) return array
  const { skip, limit } = plan.slice
  const from = skip < 0 ? Math.max(0, skip + array.length) : skip
  return array.slice(from, from + limit)
}

/** The one element that the filter matched, in place of the array. */
function matchedItem(name: string, array: unknown[], position: number | null): unknown[] {
  if (position === null)
    throw requestFailed(
      `positional operator (${name}.$) requires corresponding field in query specifier`,
    )
  if (position >= array.length) throw requestFailed('positional operator element mismatch')
  return [array[position]]
}

/** Where the filter matched, for a projection with the positional `$`. */
interface Positional {
  position: number | null
}

function keptValue(
  name: string,
  value: unknown,
  parent: FieldPlan,
  positional: Positional | null,
): Kept {
  const plan = parent.fields.get(name)
  if (!plan) return parent.keepOthers ? value : undefined
  const whole = plan.fields.size === 0 && plan.slice === null
  if (whole || typeof value !== 'object' || value === null)
    return plan.keepOthers ? value : undefined
  if (isPlainObject(value)) return keptFields(value, plan, positional)
  if (!Array.isArray(value)) return plan.keepOthers ? value : undefined
  if (positional) return matchedItem(name, value, positional.position)
  return keptItems(sliced(value, plan), plan)
}

function keptFields(object: Fields, plan: FieldPlan, positional: Positional | null): Fields {
  const out: Fields = {}
  for (const name of Object.keys(object)) {
    const kept = keptValue(name, object[name], plan, positional)
    if (kept !== undefined) out[name] = kept
  }
  return out
}

function keptElement(plan: Projection, name: string, document: Fields): Kept {
  const details: { position: number | null } = { position: null }
  if (!plan.elements.get(name)?.onDocument(document, details)) return undefined
  const array = document[name] as unknown[]
  return details.position === null ? undefined : [array[details.position]]
}

/** @param position of the element that the filter matched; null when it matched none */
export function projectFields(document: Fields, plan: Projection, position: number | null): Fields {
  const out: Fields = {}
  const positional = plan.positional ? { position } : null
  for (const name of Object.keys(document)) {
    let kept: Kept
    if (name === '_id') kept = plan.keepId ? document._id : undefined
    else if (plan.elements.has(name)) kept = keptElement(plan, name, document)
    else kept = keptValue(name, document[name], plan, positional)
    if (kept !== undefined) out[name] = kept
  }
  return out
}
