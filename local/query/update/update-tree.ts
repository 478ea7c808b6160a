import { requestFailed } from '../../ground/cloud-error'
import type { Modifier } from './modifier'

/** What an update does at the end of a path. `placeholder` keeps the source of a `$rename` for itself. */
export type Step =
  | { kind: 'modifier'; path: string; modifier: Modifier }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'placeholder' }

/** The paths of an update as a tree: paths that meet are found, and effects come in a fixed order. */
export interface UpdateTree {
  /** Under `''`: every element of an array (`$[]`). */
  children: Map<string, UpdateTree | Step>
  /** What the positional `$` stands for. */
  positional: UpdateTree | Step | null
  eachElement: boolean
}

export const emptyTree = (eachElement = false): UpdateTree => ({
  children: new Map(),
  positional: null,
  eachElement,
})

export const isStep = (node: UpdateTree | Step): node is Step => 'kind' in node

const isArrayFilter = (part: string) => /^\$\[.*\]$/.test(part)

/** @throws CloudError for a path that MongoDB does not update */
function checkPath(path: string): string[] {
  if (path === '') throw requestFailed('An empty update path is not valid.')
  const parts = path.split('.')
  // The target of a `$rename` is no key, so that decoding has not refused it.
  if (parts.includes('__proto__')) throw requestFailed('the key __proto__ is not allowed')
  if (parts.includes(''))
    throw requestFailed(
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    )
  if (parts.filter((part) => part === '$').length > 1)
    throw requestFailed(`Too many positional (i.e. '$') elements found in path '${path}'`)
  if (parts[0] === '$')
    throw requestFailed(
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    )
  if (isArrayFilter(parts[0] as string))
    throw requestFailed(
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    )
  for (const part of parts) {
    const identifier = isArrayFilter(part) ? part.slice(2, -1) : ''
    // CloudBase passes no array filters on.
    if (identifier !== '')
      throw requestFailed(`No array filter found for identifier '${identifier}' in path '${path}'`)
  }
  return parts
}

const childNamed = (tree: UpdateTree, part: string) =>
  part === '$' ? tree.positional : (tree.children.get(nameOf(part)) ?? null)

const nameOf = (part: string) => (isArrayFilter(part) ? '' : part)

function setChild(tree: UpdateTree, part: string, child: UpdateTree | Step): void {
  if (part === '$') tree.positional = child
  else tree.children.set(nameOf(part), child)
}

const conflict = (path: string, at: string) =>
  requestFailed(`Updating the path '${path}' would create a conflict at '${at}'`)

/** @throws CloudError when the path is updated already, or lies above or below one that is */
export function addStep(root: UpdateTree, path: string, step: Step): void {
  const parts = checkPath(path)
  let tree = root
  for (let i = 0; i < parts.length - 1; i++) {
    const part = parts[i] as string
    const eachElement = isArrayFilter(parts[i + 1] as string)
    let child = childNamed(tree, part)
    if (child && (isStep(child) || child.eachElement !== eachElement))
      throw conflict(path, parts.slice(0, i + 1).join('.'))
    if (!child) setChild(tree, part, (child = emptyTree(eachElement)))
    tree = child
  }
  const last = parts.at(-1) as string
  if (childNamed(tree, last)) throw conflict(path, path)
  setChild(tree, last, step)
}

/** Two nodes that stand for one element, when the positional `$` meets a place named as a number. */
export function merged(
  left: UpdateTree | Step,
  right: UpdateTree | Step,
  path: string,
): UpdateTree | Step {
  if (isStep(left) || isStep(right) || left.eachElement !== right.eachElement)
    throw requestFailed(`Update created a conflict at '${path}'`)
  const tree = emptyTree(left.eachElement)
  tree.children = new Map(left.children)
  for (const [name, child] of right.children) {
    const other = tree.children.get(name)
    tree.children.set(name, other ? merged(other, child, `${path}.${name}`) : child)
  }
  tree.positional = left.positional ?? right.positional
  return tree
}
