import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { constant } from './expression'
import type { Evaluate, Expression, Scope } from './expression'

const NAME_START = /^[a-z\u0080-\u{10ffff}]/u
const READ_START = /^[A-Za-z\u0080-\u{10ffff}]/u
const NAME_LETTER = /^[A-Za-z0-9_\u0080-\u{10ffff}]$/u

function checkLetters(name: string): void {
  for (const letter of [...name].slice(1)) {
    if (!NAME_LETTER.test(letter)) {
      throw requestFailed(
        `'${name}' contains an invalid character for a variable name: '${letter}'`,
      )
    }
  }
}

/** @throws CloudError unless a request may define a variable of this name */
export function checkNewVariable(name: string): void {
  if (name === 'CURRENT') return
  if (name === '') throw requestFailed('empty variable names are not allowed')
  if (!NAME_START.test(name)) {
    throw requestFailed(`'${name}' starts with an invalid character for a user variable name`)
  }
  checkLetters(name)
}

/** @throws CloudError for empty parts and parts that begin with `$` */
export function checkPath(path: string): string[] {
  if (path === '') throw requestFailed('FieldPath cannot be constructed with empty string')
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.")
  const parts = path.split('.')
  for (const part of parts) {
    if (part === '') throw requestFailed('FieldPath field names may not be empty strings.')
    if (part.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.")
    if (part.includes('\0'))
      throw requestFailed('FieldPath field names may not contain embedded nulls')
  }
  return parts
}

/** Names that every object inherits: `$constructor` is a missing field, not a function. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype))

type Read = (holder: Record<string, unknown>) => unknown

const reader = (key: string): Read =>
  INHERITED.has(key)
    ? (holder) => (Object.hasOwn(holder, key) ? holder[key] : undefined)
    : (holder) => holder[key]

/**
 * What a path leads to inside a value. Arrays on the way are walked through and give an array of what their
 * objects hold; numbers in a path are names of fields, not positions.
 */
function along(value: unknown, reads: readonly Read[], at: number): unknown {
  if (at === reads.length) return value
  if (Array.isArray(value)) {
    const found: unknown[] = []
    for (const item of value) {
      if (!isPlainObject(item)) continue
      const inner = along((reads[at] as Read)(item), reads, at + 1)
      if (inner !== undefined) found.push(inner)
    }
    return found
  }
  return isPlainObject(value) ? along((reads[at] as Read)(value), reads, at + 1) : undefined
}

function pathFrom(start: Evaluate, parts: readonly string[]): Evaluate {
  if (parts.length === 0) return start
  const reads = parts.map(reader)
  return (frame) => along(start(frame), reads, 0)
}

function fromRoot(parts: readonly string[]): Evaluate {
  if (parts.length !== 1) return pathFrom((frame) => frame.root, parts)
  const read = reader(parts[0] as string)
  return (frame) => read(frame.root)
}

function variable(name: string, rest: readonly string[], scope: Scope): Expression {
  if (name === '') throw requestFailed('empty variable names are not allowed')
  if (!READ_START.test(name)) {
    throw requestFailed(`'${name}' starts with an invalid character for a variable name`)
  }
  checkLetters(name)
  const slot = scope.slotOf(name)
  if (slot !== undefined)
    return { run: pathFrom((frame) => frame.slots[slot], rest), constant: false }
  if (name === 'ROOT' || name === 'CURRENT') return { run: fromRoot(rest), constant: false }
  if (name === 'REMOVE') return constant(undefined)
  if (name === 'NOW') return constant(rest.length === 0 ? scope.now : undefined)
  throw requestFailed(`Use of undefined variable: ${name}`)
}

/**
 * Compiles `"$a.b"` and `"$$variable.a.b"`.
 * @throws CloudError for a malformed path or an unknown variable
 */
export function compileFieldPath(text: string, scope: Scope): Expression {
  if (text === '$') throw requestFailed("'$' by itself is not a valid FieldPath")
  if (text.startsWith('$$')) {
    const [name = '', ...rest] = text.slice(2).split('.')
    if (rest.length > 0) checkPath(rest.join('.'))
    return variable(name, rest, scope)
  }
  const parts = checkPath(text.slice(1))
  // CURRENT may have been bound anew by $let.
  return variable('CURRENT', parts, scope)
}
