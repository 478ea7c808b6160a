import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { elementText } from '../../ground/value-text'

export type Fields = Record<string, unknown>

/** Takes the element away: a field disappears, an element of an array becomes null. */
export const REMOVED = Symbol('removed')

/** The place a modifier works on. */
export interface Place {
  /** The whole document, for messages. */
  root: Fields
  path: string
  /** Last part of the path. */
  name: string
}

/** One operator on one path, with its argument read. */
export interface Modifier {
  /** The value that takes the place of the present one; `REMOVED` takes it away. */
  change(value: unknown, place: Place): unknown
  /** The value of an element that is not there yet; null for operators that create nothing. */
  create: (() => unknown) | null
  /** Whether a path that cannot exist is an error even for an operator that creates nothing. */
  strictPath: boolean
}

/** Reads the argument of an operator for one path; `now` is epoch ms. */
export type ReadModifier = (argument: unknown, path: string, now: number) => Modifier

export const idText = ({ root }: Place) => elementText('_id', root._id)

/** An operator that creates what is missing. */
export const creating = (
  change: (value: unknown, place: Place) => unknown,
  create: () => unknown,
): Modifier => ({ change, create, strictPath: true })

const DIGITS = /^\d+$/

/** Place in an array that a part of a path names; -1 when it names none. */
const placeIn = (part: string) => (DIGITS.test(part) ? Number(part) : -1)

/** The child that a part of a path names; `undefined` when there is none. */
export function childOf(holder: unknown, part: string): unknown {
  if (Array.isArray(holder)) {
    const place = placeIn(part)
    return place >= 0 && place < holder.length ? (holder[place] as unknown) : undefined
  }
  return isPlainObject(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined
}

export function setChild(holder: unknown, part: string, value: unknown): void {
  if (Array.isArray(holder)) holder[placeIn(part)] = value
  else (holder as Fields)[part] = value
}

export function removeChild(holder: unknown, part: string): void {
  if (Array.isArray(holder)) holder[placeIn(part)] = null
  else delete (holder as Fields)[part]
}

/** More nulls than this are not put in front of a place in an array. */
const MOST_PADDING = 1_500_000

function nested(parts: readonly string[], value: unknown): unknown {
  return parts.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value)
}

/**
 * Creates `parts` below `holder`, which has the name `name`.
 * @throws CloudError where the holder cannot have such a child
 */
export function createPath(
  holder: unknown,
  name: string,
  parts: readonly string[],
  value: unknown,
): void {
  const [first, ...rest] = parts as [string, ...string[]]
  const place = placeIn(first)
  if (isPlainObject(holder)) {
    holder[first] = nested(rest, value)
    return
  }
  if (!Array.isArray(holder) || place < 0)
    throw requestFailed(`Cannot create field '${first}' in element {${elementText(name, holder)}}`)
  if (place - holder.length > MOST_PADDING)
    throw requestFailed(`can't backfill more than ${MOST_PADDING} elements`)
  while (holder.length < place) holder.push(null)
  holder.push(nested(rest, value))
}

/** @throws CloudError where a path could never exist below `holder` */
export function checkViable(
  holder: unknown,
  name: string,
  parts: readonly string[],
  path: string,
): void {
  const first = parts[0] as string
  if (isPlainObject(holder) || (Array.isArray(holder) && placeIn(first) >= 0)) return
  throw requestFailed(
    `Cannot use the part (${first}) of (${path}) to traverse the element ({${elementText(name, holder)}})`,
  )
}
