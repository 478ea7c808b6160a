import { requestFailed } from '../../ground/cloud-error'
import { bsonText } from '../../ground/bson-text'
import { EMPTY_ARRAY } from '../../ground/compare-values'
import { isPlainObject } from '../../ground/document'

/** Keys under which an index holds a document, one tuple of values (one per path) for each. */
export interface IndexKeys {
  tuples: unknown[][]
  /** Places of the paths on which an array was met. */
  arrays: ReadonlySet<number>
}

export type ParallelArrays = (path: string, other: string) => Error

const parallelInIndex: ParallelArrays = (path, other) =>
  requestFailed(`cannot index parallel arrays [${path}] [${other}]`)

const WHOLE = /^(0|[1-9]\d*)$/

interface Met {
  array: unknown[]
  name: string
  /** Paths that lead to this array, and how far each has come. */
  paths: Map<number, number>
}

/** `a.0` names a place in an array, unless an embedded document has a field `0`: MongoDB then refuses to choose. */
function refuseAmbiguous(array: readonly unknown[], part: string): void {
  if (!array.some((item) => isPlainObject(item) && Object.hasOwn(item, part))) return
  throw requestFailed(
    'Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), ' +
      `field: '${part}' for array: ${bsonText(array)}`,
  )
}

class KeyReader {
  readonly tuples: unknown[][] = []
  readonly arrays = new Set<number>()

  constructor(
    private readonly paths: ReadonlyArray<readonly string[]>,
    private readonly parallel: ParallelArrays,
  ) {}

  /** @param at how far each path has come; `fixed` holds the values of those that have arrived */
  read(holder: unknown, at: readonly number[], fixed: readonly unknown[]): void {
    const values = [...fixed]
    let met: Met | null = null
    for (let i = 0; i < this.paths.length; i++) {
      const parts = this.paths[i] as readonly string[]
      if (at[i] === parts.length) continue
      const found = this.walk(holder, parts, at[i] as number)
      if (!Array.isArray(found.value)) {
        values[i] = found.value ?? null
        continue
      }
      this.arrays.add(i)
      const name = parts[found.at - 1] as string
      met ??= { array: found.value, name, paths: new Map() }
      if (met.array !== found.value) throw this.parallel(name, met.name)
      met.paths.set(i, found.at)
    }
    if (met) this.expand(met, values)
    else this.tuples.push(values)
  }

  /** Follows a path through embedded documents, and by number into an array, up to an array or its end. */
  private walk(holder: unknown, parts: readonly string[], from: number) {
    let value: unknown = holder
    let at = from
    while (at < parts.length) {
      const part = parts[at] as string
      if (isPlainObject(value)) value = value[part]
      else if (Array.isArray(value) && WHOLE.test(part) && Number(part) < value.length) {
        refuseAmbiguous(value, part)
        value = value[Number(part)] as unknown
      } else return Array.isArray(value) ? { value, at } : { value: null, at }
      at += 1
    }
    return { value, at }
  }

  private expand({ array, paths }: Met, fixed: unknown[]): void {
    const elements: unknown[] = array.length === 0 ? [EMPTY_ARRAY] : array
    for (const element of elements) {
      const values = [...fixed]
      const at = this.paths.map((parts) => parts.length)
      for (const [i, reached] of paths) {
        at[i] = reached
        if (reached === this.paths[i]?.length) values[i] = element ?? null
      }
      this.read(isPlainObject(element) ? element : null, at, values)
    }
  }
}

/**
 * Reads a document as an index does: a missing field counts as null, an array gives a key for each element,
 * and paths through the same array are read from the same element.
 * @throws the error of `parallel` when two paths lead into different arrays
 */
export function indexKeys(
  document: Record<string, unknown>,
  paths: ReadonlyArray<readonly string[]>,
  parallel: ParallelArrays = parallelInIndex,
): IndexKeys {
  const reader = new KeyReader(paths, parallel)
  reader.read(
    document,
    paths.map(() => 0),
    paths.map(() => null),
  )
  return reader
}

/** An array on the way of a path, which takes a closer look. */
const ON_THE_WAY = Symbol('an array on the way')

function valueAt(document: unknown, parts: readonly string[]): unknown {
  let value = document
  for (const part of parts) {
    if (!isPlainObject(value)) return Array.isArray(value) ? ON_THE_WAY : null
    value = value[part]
  }
  return value ?? null
}

/** The one tuple of a document that has no array on its paths; null when it takes a closer look. */
export function plainKey(
  document: Record<string, unknown>,
  paths: ReadonlyArray<readonly string[]>,
): unknown[] | null {
  const key: unknown[] = new Array(paths.length)
  for (let i = 0; i < paths.length; i++) {
    const value = valueAt(document, paths[i] as readonly string[])
    if (value === ON_THE_WAY || Array.isArray(value)) return null
    key[i] = value
  }
  return key
}

/**
 * As `indexKeys`, of a document with one array on its paths, at the end of one: nearly all that have any.
 * @returns null when it takes a closer look; `place` is that path's
 */
export function keysOfList(
  document: Record<string, unknown>,
  paths: ReadonlyArray<readonly string[]>,
): { tuples: unknown[][]; place: number } | null {
  const fixed: unknown[] = new Array(paths.length)
  let list: readonly unknown[] | null = null
  let place = -1
  for (let i = 0; i < paths.length; i++) {
    const value = valueAt(document, paths[i] as readonly string[])
    if (value === ON_THE_WAY || (list && Array.isArray(value))) return null
    fixed[i] = value
    if (!Array.isArray(value)) continue
    list = value
    place = i
  }
  if (!list) return null
  const elements = list.length === 0 ? [EMPTY_ARRAY] : list
  const tuples = elements.map((element) => {
    const tuple = fixed.slice()
    tuple[place] = element ?? null
    return tuple
  })
  return { tuples, place }
}
