import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { elementText } from '../../ground/value-text'
import { addToSet, pop, pull, pullAll } from './array-modifiers'
import type { Fields, ReadModifier } from './modifier'
import { bit, increment, multiply } from './number-modifiers'
import { push } from './push-modifier'
import { checkRename } from './rename'
import { addStep, emptyTree } from './update-tree'
import type { UpdateTree } from './update-tree'
import { currentDate, extreme, set, setOnInsert, unset } from './value-modifiers'

const MODIFIERS: ReadonlyMap<string, ReadModifier> = new Map([
  ['$set', set],
  ['$unset', unset],
  ['$inc', increment],
  ['$mul', multiply],
  ['$min', extreme((order) => order < 0)],
  ['$max', extreme((order) => order > 0)],
  ['$currentDate', currentDate],
  ['$bit', bit],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
  ['$pop', pop],
])

export interface Update {
  tree: UpdateTree
  /** Whether a path holds the positional `$`, so that the place where the filter matched is needed. */
  positional: boolean
}

function readFields(operator: string, fields: unknown): Fields {
  if (!isPlainObject(fields))
    throw requestFailed(
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${elementText(operator, fields)}}`,
    )
  if (Object.keys(fields).length === 0)
    throw requestFailed(
      `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
    )
  return fields
}

function addRenames(tree: UpdateTree, fields: Fields): void {
  for (const [from, to] of Object.entries(fields)) {
    addStep(tree, from, { kind: 'placeholder' })
    checkRename(from, to)
    addStep(tree, to, { kind: 'rename', from, to })
  }
}

/**
 * Reads an update document.
 * @param now epoch ms for `$currentDate`
 * @param inserting whether the update makes a new document, so that `$setOnInsert` counts
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text
 */
export function readUpdate(update: Fields, now: number, inserting = false): Update {
  const operators = Object.entries(update)
  if (operators.length === 0) throw requestFailed('update document must have at least one element')
  const tree = emptyTree()
  let positional = false
  for (const [operator, value] of operators) {
    if (!operator.startsWith('$'))
      throw requestFailed(`update document must contain key beginning with '$': ${operator}`)
    const read =
      operator === '$setOnInsert' ? (inserting ? set : setOnInsert) : MODIFIERS.get(operator)
    if (!read && operator !== '$rename') throw requestFailed(`Unknown modifier: ${operator}`)
    const fields = readFields(operator, value)
    if (!read) {
      addRenames(tree, fields)
      continue
    }
    for (const [path, argument] of Object.entries(fields)) {
      positional ||= path.split('.').includes('$')
      addStep(tree, path, { kind: 'modifier', path, modifier: read(argument, path, now) })
    }
  }
  return { tree, positional }
}
