import { isPlainObject } from '../../ground/document'

/**
 * Looks at one element that a path leads to. `undefined` is a missing field; `offset` is the place in the
 * outermost array that was walked through without being named, which the positional `$` refers to.
 * @returns true to stop
 */
export type Visit = (value: unknown, offset: number | null) => boolean

/** Own fields only: a path such as `constructor` must not reach what every object inherits. */
const fieldOf = (holder: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(holder, name) ? holder[name] : undefined

class Walk {
  constructor(
    private readonly parts: readonly string[],
    /** Whether an array at the end is also looked at element by element. */
    private readonly intoLeaf: boolean,
    private readonly visit: Visit,
  ) {}

  object(holder: Record<string, unknown>, from: number, offset: number | null): boolean {
    let value: unknown = holder
    let at = from
    while (at < this.parts.length) {
      if (!isPlainObject(value)) return this.visit(undefined, offset)
      value = fieldOf(value, this.parts[at] as string)
      at += 1
      if (value === undefined) return this.visit(undefined, offset)
      if (Array.isArray(value)) return this.array(value, at, offset)
    }
    return this.visit(value, offset)
  }

  private array(array: unknown[], at: number, offset: number | null): boolean {
    if (at < this.parts.length) return this.elements(array, at, offset)
    if (this.intoLeaf) {
      for (let i = 0; i < array.length; i++) if (this.visit(array[i], offset ?? i)) return true
    }
    return this.visit(array, offset)
  }

  /** The rest of the path inside an array: in each embedded document, and at the place it may name. */
  private elements(array: unknown[], at: number, offset: number | null): boolean {
    const part = this.parts[at] as string
    const last = at + 1 === this.parts.length
    for (let i = 0; i < array.length; i++) {
      const item = array[i]
      if (isPlainObject(item) && this.object(item, at, offset ?? i)) return true
      if (String(i) !== part) continue
      if (last) {
        if (this.visit(item, offset)) return true
      } else if (Array.isArray(item)) {
        if (this.elements(item, at + 1, offset)) return true
      } else if (isPlainObject(item) && this.object(item, at + 1, offset)) {
        return true
      }
    }
    return false
  }
}

/**
 * Visits every element that `parts` leads to, as MongoDB's matcher walks: through arrays of documents, by
 * place, and (with `intoLeaf`) into the array at the end before the array itself.
 * @returns whether a visit stopped the walk
 */
export function visitPath(
  document: Record<string, unknown>,
  parts: readonly string[],
  intoLeaf: boolean,
  visit: Visit,
): boolean {
  return new Walk(parts, intoLeaf, visit).object(document, 0, null)
}
