import { requestFailed } from '../../ground/cloud-error'
import { compareValues } from '../../ground/compare-values'
import { elementText } from '../../ground/value-text'
import { applyRename } from './rename'
import { checkViable, childOf, createPath, REMOVED, removeChild, setChild } from './modifier'
import type { Fields, Modifier } from './modifier'
import { isStep, merged } from './update-tree'
import type { Step, UpdateTree } from './update-tree'

interface Work {
  root: Fields
  /** What the positional `$` stands for; null when the filter matched in no array. */
  position: number | null
}

/** Byte order of UTF-8 differs from this only above U+D7FF, where field names hardly are. */
const byName = ([left]: [string, unknown], [right]: [string, unknown]) =>
  left < right ? -1 : left > right ? 1 : 0

function placesOf(tree: UpdateTree, path: readonly string[], work: Work) {
  const children = new Map(tree.children)
  if (tree.positional) {
    if (work.position === null)
      throw requestFailed('The positional operator did not find the match needed from the query.')
    const name = String(work.position)
    const other = children.get(name)
    const at = [...path, name].join('.')
    children.set(name, other ? merged(tree.positional, other, at) : tree.positional)
  }
  return [...children].sort(byName)
}

/** Applies an update to `work.root`, in place; new fields appear in the order of their names. */
export function applyTree(tree: UpdateTree, path: readonly string[], work: Work): void {
  if (tree.eachElement) {
    applyToElements(tree, path, work)
    return
  }
  for (const [name, node] of placesOf(tree, path, work)) applyNode(node, [...path, name], work)
}

function applyNode(node: UpdateTree | Step, path: readonly string[], work: Work): void {
  if (!isStep(node)) applyTree(node, path, work)
  else if (node.kind === 'modifier') applyModifier(node.modifier, path, work.root)
  else if (node.kind === 'rename') applyRename(node.from, path, work.root)
}

/** `$[]`: every element of an array, which must be there. */
function applyToElements(tree: UpdateTree, path: readonly string[], work: Work): void {
  let array: unknown = work.root
  for (const part of path) array = childOf(array, part)
  if (array === undefined)
    throw requestFailed(
      `The path '${path.join('.')}' must exist in the document in order to apply array updates.`,
    )
  if (!Array.isArray(array))
    throw requestFailed(
      `Cannot apply array updates to non-array element ${elementText(path.at(-1) as string, array)}`,
    )
  const node = tree.children.get('') as UpdateTree | Step
  for (let i = 0; i < array.length; i++) applyNode(node, [...path, String(i)], work)
}

/** Applies one operator at one path of `root`. */
export function applyModifier(modifier: Modifier, path: readonly string[], root: Fields): void {
  const before = path[0] === '_id' ? root._id : undefined
  let holder: unknown = root
  let at = 0
  for (; at < path.length - 1; at++) {
    const child = childOf(holder, path[at] as string)
    if (child === undefined) break
    holder = child
  }
  const name = path[at] as string
  const value = at === path.length - 1 ? childOf(holder, name) : undefined
  const dotted = path.join('.')
  if (value !== undefined) {
    const next = modifier.change(value, { root, path: dotted, name })
    if (next === REMOVED) removeChild(holder, name)
    else setChild(holder, name, next)
  } else if (modifier.create) {
    createPath(holder, path[at - 1] ?? '', path.slice(at), modifier.create())
  } else if (modifier.strictPath) {
    checkViable(holder, path[at - 1] ?? '', path.slice(at), dotted)
  }
  if (path[0] === '_id') checkId(before, root, dotted)
}

function checkId(before: unknown, root: Fields, path: string): void {
  // An upsert may give the document the id that its filter leaves open.
  if (before === undefined) return
  if (root._id !== undefined && compareValues(before, root._id) === 0) return
  throw requestFailed(
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  )
}
