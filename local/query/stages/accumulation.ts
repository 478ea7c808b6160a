import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { accumulators } from '../expressions/accumulators'
import type { Accumulator } from '../expressions/accumulators'
import type { Evaluate, Frame, Scope } from '../expressions/expression'
import { valueKey } from '../expressions/ordering'

/** The fields that a group or bucket gathers. */
export interface Accumulation {
  names: string[]
  values: Evaluate[]
  creators: Array<() => Accumulator>
}

/**
 * Compiles `{ total: { $sum: '$v' } }`.
 * @throws CloudError for anything but one known accumulator per field
 */
export function compileAccumulation(fields: Record<string, unknown>, scope: Scope): Accumulation {
  const out: Accumulation = { names: [], values: [], creators: [] }
  for (const [field, value] of Object.entries(fields)) {
    const keys = isPlainObject(value) ? Object.keys(value) : []
    const [name = ''] = keys
    if (!isPlainObject(value) || !name.startsWith('$'))
      throw requestFailed(`The field '${field}' must be an accumulator object`)
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`)
    if (field.startsWith('$'))
      throw requestFailed(`The field name '${field}' cannot be an operator name`)
    if (keys.length !== 1) throw requestFailed(`The field '${field}' must specify one accumulator`)
    if (Array.isArray(value[name]))
      throw requestFailed(`The ${name} accumulator is a unary operator`)
    const creator = accumulators.get(name)
    if (!creator) throw requestFailed(`unknown group operator '${name}'`)
    out.names.push(field)
    out.creators.push(creator)
    out.values.push(scope.operand(value[name]).run)
  }
  return out
}

export const startGroup = ({ creators }: Accumulation): Accumulator[] =>
  creators.map((create) => create())

export function addToGroup(
  { values }: Accumulation,
  group: readonly Accumulator[],
  frame: Frame,
): void {
  for (let i = 0; i < values.length; i++)
    (group[i] as Accumulator).add((values[i] as Evaluate)(frame))
}

export interface Group {
  /** What its documents have in common. */
  key: unknown
  values: Accumulator[]
}

/**
 * Puts documents together by a key, in the order in which the first of each group came.
 * @param keyOf the key of the document that stands in the frame
 */
export function collectGroups(
  documents: Iterable<Document>,
  accumulation: Accumulation,
  frame: Frame,
  keyOf: (frame: Frame) => unknown,
): Group[] {
  const groups = new Map<unknown, Group>()
  for (const document of documents) {
    frame.root = document
    const key = keyOf(frame)
    const place = valueKey(key)
    let found = groups.get(place)
    if (!found) {
      found = { key, values: startGroup(accumulation) }
      groups.set(place, found)
    }
    addToGroup(accumulation, found.values, frame)
  }
  return [...groups.values()]
}

/** The document of a group: results that are missing become null, so that all look alike. */
export function finishGroup(
  { names }: Accumulation,
  group: readonly Accumulator[],
  id: unknown,
): Document {
  const document: Document = { _id: id }
  names.forEach((name, i) => {
    const result = (group[i] as Accumulator).result()
    document[name] = result === undefined ? null : result
  })
  return document
}
