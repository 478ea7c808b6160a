import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { elementText } from '../../ground/value-text'
import { childOf, createPath, removeChild, setChild } from './modifier'
import type { Fields } from './modifier'

const isPrefix = (left: string, right: string) => right.startsWith(`${left}.`)

const isDynamic = (path: string) => path.split('.').some((part) => /^\$($|\[.*\]$)/.test(part))

/** @throws CloudError for a pair of paths that MongoDB does not rename */
export function checkRename(from: string, to: unknown): asserts to is string {
  if (typeof to !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${elementText(from, to)}`)
  if (from === to)
    throw requestFailed(
      `The source and target field for $rename must differ: ${elementText(from, to)}`,
    )
  if (isPrefix(from, to) || isPrefix(to, from))
    throw requestFailed(
      `The source and target field for $rename must not be on the same path: ${elementText(from, to)}`,
    )
  if (isDynamic(from))
    throw requestFailed(`The source field for $rename may not be dynamic: ${from}`)
  if (isDynamic(to))
    throw requestFailed(`The destination field for $rename may not be dynamic: ${to}`)
  if (from === '_id' || isPrefix('_id', from) || to === '_id' || isPrefix('_id', to))
    throw requestFailed(
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    )
}

/** Follows a path as far as it exists; `holders` are what was walked through. */
function follow(root: Fields, parts: readonly string[]) {
  const holders: unknown[] = [root]
  for (const part of parts) {
    const child = childOf(holders.at(-1), part)
    if (child === undefined) break
    holders.push(child)
  }
  return holders
}

function refuseArrays(
  end: 'source' | 'destination',
  parts: readonly string[],
  holders: readonly unknown[],
  root: Fields,
): void {
  const at = holders.findIndex((holder) => Array.isArray(holder))
  if (at === -1) return
  throw requestFailed(
    `The ${end} field cannot be an array element, '${parts.join('.')}' in doc with ${elementText('_id', root._id)} has an array field called '${parts[at - 1]}'`,
  )
}

/** Moves a value from one path to another, in place; nothing happens when there is none. */
export function applyRename(from: string, to: readonly string[], root: Fields): void {
  const source = from.split('.')
  const holders = follow(root, source)
  const value = holders.length > source.length ? holders.pop() : undefined
  const last = holders.at(-1)
  if (value === undefined) {
    if (isPlainObject(last) || (Array.isArray(last) && /^\d+$/.test(source[holders.length - 1]!)))
      return
    throw requestFailed(
      `cannot use the part (${source[holders.length - 2]} of ${from}) to traverse the element ({${elementText(source[holders.length - 2]!, last)}})`,
    )
  }
  refuseArrays('source', source, holders, root)
  const targets = follow(root, to.slice(0, -1))
  refuseArrays('destination', to, targets, root)
  const holder = targets.at(-1)
  const rest = to.slice(targets.length - 1)
  if (rest.length === 1 && isPlainObject(holder)) setChild(holder, rest[0] as string, value)
  else createPath(holder, to[targets.length - 2] ?? '', rest, value)
  removeChild(last, source.at(-1) as string)
}
