import { filterHolds } from './naive-filter'
import { clone, isObject, order, same } from './naive-values'
import type { Doc } from './naive-values'

/** The naive model says that MongoDB refuses this. */
export class Refused extends Error {}

const isArrayPlace = (value: unknown, part: string): value is unknown[] =>
  Array.isArray(value) && /^\d+$/.test(part)

/** The value under a path; undefined when nothing is there. */
function read(doc: unknown, path: string): unknown {
  let value = doc
  for (const part of path.split('.')) {
    if (isArrayPlace(value, part)) value = value[Number(part)]
    else if (isObject(value)) value = value[part]
    else return undefined
  }
  return value
}

/** Puts a value under a path and makes the objects on the way. */
function write(doc: Doc, path: string, wanted: unknown): void {
  const parts = path.split('.')
  let holder: unknown = doc
  parts.forEach((part, i) => {
    const last = i === parts.length - 1
    if (isArrayPlace(holder, part)) {
      const absent = holder.length <= Number(part)
      while (holder.length <= Number(part)) holder.push(null)
      if (last) holder[Number(part)] = wanted
      else if (absent) holder[Number(part)] = {}
      holder = holder[Number(part)]
    } else if (isObject(holder)) {
      if (last) holder[part] = wanted
      else if (!(part in holder)) holder[part] = {}
      holder = holder[part]
    } else throw new Refused(`cannot create ${part}`)
  })
}

function remove(doc: Doc, path: string): void {
  const parts = path.split('.')
  const last = parts.pop()!
  const holder = parts.length > 0 ? read(doc, parts.join('.')) : doc
  if (isArrayPlace(holder, last)) {
    if (Number(last) < holder.length) holder[Number(last)] = null
  } else if (isObject(holder)) delete holder[last]
}

function arrayUnder(doc: Doc, path: string): unknown[] | undefined {
  const value = read(doc, path)
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw new Refused(`${path} is no array`)
  return value
}

function numberUnder(doc: Doc, path: string): number | undefined {
  const value = read(doc, path)
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw new Refused(`${path} is no number`)
  return value
}

interface Push {
  $each: unknown[]
  $position?: number
  $slice?: number
  $sort?: 1 | -1
}

function push(doc: Doc, path: string, { $each, $position, $slice, $sort }: Push): void {
  const array = [...(arrayUnder(doc, path) ?? [])]
  const at =
    $position === undefined
      ? array.length
      : $position < 0
        ? Math.max(0, array.length + $position)
        : Math.min($position, array.length)
  array.splice(at, 0, ...clone($each))
  if ($sort !== undefined) array.sort((left, right) => order(left, right) * $sort)
  const kept =
    $slice === undefined ? array : $slice < 0 ? array.slice($slice) : array.slice(0, $slice)
  write(doc, path, $slice === 0 ? [] : kept)
}

const pulled = (item: unknown, condition: unknown): boolean => {
  if (isObject(condition)) {
    const onItem = Object.keys(condition).some((key) => key.startsWith('$'))
    return onItem
      ? filterHolds({ item }, { item: condition })
      : isObject(item) && filterHolds(item, condition)
  }
  return same(item, condition)
}

const operators: Record<string, (doc: Doc, path: string, operand: never) => void> = {
  $set: (doc, path, operand: unknown) => write(doc, path, clone(operand)),
  $unset: (doc, path) => remove(doc, path),
  $inc: (doc, path, operand: number) => write(doc, path, (numberUnder(doc, path) ?? 0) + operand),
  $mul: (doc, path, operand: number) => write(doc, path, (numberUnder(doc, path) ?? 0) * operand),
  $min: (doc, path, operand: unknown) => {
    const current = read(doc, path)
    if (current === undefined || order(operand, current) < 0) write(doc, path, operand)
  },
  $max: (doc, path, operand: unknown) => {
    const current = read(doc, path)
    if (current === undefined || order(operand, current) > 0) write(doc, path, operand)
  },
  $push: (doc, path, operand: Push) => push(doc, path, operand),
  $pop: (doc, path, operand: number) => {
    const array = arrayUnder(doc, path)
    if (operand === 1) array?.pop()
    else array?.shift()
  },
  $pull: (doc, path, operand: unknown) => {
    const array = arrayUnder(doc, path)
    if (array)
      write(
        doc,
        path,
        array.filter((item) => !pulled(item, operand)),
      )
  },
  $pullAll: (doc, path, operand: unknown[]) => {
    const array = arrayUnder(doc, path)
    if (array)
      write(
        doc,
        path,
        array.filter((item) => !operand.some((gone) => same(item, gone))),
      )
  },
  $addToSet: (doc, path, operand: { $each: unknown[] }) => {
    const array = [...(arrayUnder(doc, path) ?? [])]
    for (const item of operand.$each)
      if (!array.some((present) => same(present, item))) array.push(clone(item))
    write(doc, path, array)
  },
  $rename: (doc, path, operand: string) => {
    const value = read(doc, path)
    if (value === undefined) return
    remove(doc, path)
    write(doc, operand, value)
  },
}

/** The document after an update. @throws Refused */
export function updateNaively(doc: Doc, update: Record<string, Doc>): Doc {
  const next = clone(doc)
  for (const [operator, fields] of Object.entries(update))
    for (const [path, operand] of Object.entries(fields)) {
      const apply = operators[operator]
      if (!apply) throw new Error(`the naive model does not know ${operator}`)
      apply(next, path, operand as never)
    }
  return next
}
