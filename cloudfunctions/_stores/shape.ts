import type { Doc } from './document'
import { type Row, storedRow } from './stored'

/** What a field holds, as far as it is looked at: a text, one of these words, a list, a row of fields. */
type Plain = 'text' | 'number' | 'flag' | 'list' | 'row' | readonly string[]
/** The same, or nothing at all: null, or absent. */
interface OrNone {
  readonly none: Plain
}
type Kind = Plain | OrNone

type PlainOf<V> = [V] extends [boolean]
  ? 'flag'
  : [V] extends [number]
    ? 'number'
    : [V] extends [string]
      ? string extends V
        ? 'text'
        : readonly V[]
      : [V] extends [readonly unknown[]]
        ? 'list'
        : 'row'

type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false

/**
 * What is looked at of a kept document, for each field of its type: a field that the type gets and
 * the shape does not is no compiled program, nor is one that is null somewhere and may not be here.
 */
export type Shape<T> = {
  readonly [K in keyof T]-?: IsOptional<T, K> extends true
    ? { readonly none: PlainOf<NonNullable<T[K]>> }
    : null extends T[K]
      ? { readonly none: PlainOf<NonNullable<T[K]>> }
      : PlainOf<T[K]>
}

/** Or null, or absent. */
export const orNone = <const P extends Plain>(none: P): { readonly none: P } => ({ none })

const isPlain = (value: unknown, kind: Plain): boolean => {
  if (kind === 'list') return Array.isArray(value)
  if (kind === 'row') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'number') return typeof value === 'number'
  if (kind === 'flag') return typeof value === 'boolean'
  return kind.some((word) => word === value)
}

const isKind = (value: unknown, kind: Kind): boolean =>
  typeof kind === 'object' && 'none' in kind
    ? value === null || value === undefined || isPlain(value, kind.none)
    : isPlain(value, kind)

/** Whether each field is what the shape says: the one place where a stored row gets its type. */
const fits = <T>(row: Row, kinds: ReadonlyMap<string, Kind>): row is Row & T => {
  for (const [name, kind] of kinds)
    if (!isKind(row[name], kind)) throw new TypeError(`a stored ${name} is none`)
  return true
}

/**
 * Reads rows of one kind. Fields beside those of the shape stay; what lies inside a list or a row was
 * written in one piece with it and is not looked at again.
 * @throws TypeError that names the field and tells no value: no version of this code wrote it
 */
export const rowsOf = <T>(shape: Shape<T>): ((row: unknown) => T) => {
  const kinds = new Map<string, Kind>(Object.entries<Kind>(shape))
  return (stored) => {
    const row = storedRow(stored)
    if (!fits<T>(row, kinds)) throw new TypeError('a stored row is none')
    return row
  }
}

/**
 * Reads things of one kind, each by its document, without what stands beside them (`bookkeeping.ts`).
 * @param older what documents lack that were written before there was such a field
 */
export const thingsOf = <T extends { readonly id: string }>(
  shape: Shape<T>,
  older: Row = {},
): ((doc: Doc) => T) => {
  const read = rowsOf<T>(shape)
  return ({ _id, _book, by: _by, ...own }) => read({ ...older, ...own, id: _id })
}
