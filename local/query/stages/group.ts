import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { checkFieldName } from '../expressions/compile-expression'
import { constant } from '../expressions/expression'
import type { Evaluate, Scope } from '../expressions/expression'
import { collectGroups, compileAccumulation, finishGroup } from './accumulation'
import type { Stage, StageCompiler } from './stage'

const orNull = (value: unknown) => (value === undefined ? null : value)

/** What documents are grouped by, and how the group shows it. */
interface GroupId {
  key: Evaluate
  show: (key: unknown) => unknown
}

const asItIs = (key: unknown) => key

/** `{ a: '$x', b: '$y' }`: with several fields a missing one stays missing, with one it becomes null. */
function objectId(fields: Record<string, unknown>, scope: Scope): GroupId {
  const names = Object.keys(fields)
  const parts = names.map((name) => {
    const value = fields[name]
    if (typeof value === 'number' || typeof value === 'boolean')
      throw requestFailed('$group does not support inclusion-style expressions')
    checkFieldName(name)
    return scope.operand(value).run
  })
  const [only] = parts
  if (only && parts.length === 1) {
    return { key: (frame) => orNull(only(frame)), show: (key) => ({ [names[0] as string]: key }) }
  }
  return {
    key: (frame) => parts.map((part) => part(frame)),
    show: (key) =>
      Object.fromEntries(
        names
          .map((name, i) => [name, (key as unknown[])[i]])
          .filter(([, value]) => value !== undefined),
      ),
  }
}

function compileId(id: unknown, scope: Scope): GroupId {
  if (isPlainObject(id) && Object.keys(id).length > 0 && !Object.keys(id)[0]?.startsWith('$'))
    return objectId(id, scope)
  const isExpression = isPlainObject(id) || (typeof id === 'string' && id.startsWith('$'))
  // An array stands for itself here, unlike elsewhere.
  const { run } = isExpression ? scope.operand(id) : constant(id)
  return { key: (frame) => orNull(run(frame)), show: asItIs }
}

/** `$group`. Groups come in the order in which their first documents came. */
export const group: StageCompiler = (specification, { scope, request }) => {
  if (!isPlainObject(specification))
    throw requestFailed("a group's fields must be specified in an object")
  const { _id, ...fields } = specification
  if (_id === undefined) throw requestFailed('a group specification must include an _id')
  const id = compileId(_id, scope)
  const accumulation = compileAccumulation(fields, scope)
  const { frame } = request
  const run: Stage = function* (documents) {
    for (const { key, values } of collectGroups(documents, accumulation, frame, id.key))
      yield finishGroup(accumulation, values, id.show(key))
  }
  return run
}
