import { visitPath } from './element-path'

export type Fields = Record<string, unknown>

/** Where in an array a filter matched: what the positional `$` stands for. */
export interface MatchDetails {
  position: number | null
}

/** Looks at one value; `undefined` is a missing field. */
export type ElementTest = (value: unknown, details?: MatchDetails) => boolean

/** A parsed criterion. */
export interface Condition {
  onDocument(document: Fields, details?: MatchDetails): boolean
  /** Against a single value, as the criteria of `$elemMatch` are applied to an array's elements. */
  onElement: ElementTest
}

/** A criterion on a field. `intoLeaf` false: an array at the end is looked at as a whole only. */
export function fieldCondition(path: string, test: ElementTest, intoLeaf = true): Condition {
  const parts = path.split('.')
  const single = parts.length === 1
  return {
    onDocument(document, details) {
      if (single) {
        // The common case without a walk: a plain value in a field of the document.
        const value = Object.hasOwn(document, path) ? document[path] : undefined
        if (!Array.isArray(value)) return test(value, details)
      }
      return visitPath(document, parts, intoLeaf, (value, offset) => {
        if (!test(value, details)) return false
        if (details && offset !== null) details.position = offset
        return true
      })
    },
    onElement: test,
  }
}

/** A criterion on whole documents. */
export const documentCondition = (test: (document: Fields) => boolean): Condition => ({
  onDocument: (document) => test(document),
  onElement: () => false,
})

export function allOf(conditions: readonly Condition[]): Condition {
  const [only] = conditions
  if (conditions.length === 1 && only) return only
  return {
    onDocument: (document, details) =>
      conditions.every((condition) => condition.onDocument(document, details)),
    onElement: (value, details) =>
      conditions.every((condition) => condition.onElement(value, details)),
  }
}

/** None of what is inside a negation says where it matched. */
export const negated = (condition: Condition): Condition => ({
  onDocument: (document) => !condition.onDocument(document),
  onElement: (value) => !condition.onElement(value),
})

/** Nor does one of several alternatives. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const [only] = conditions
  if (conditions.length === 1 && only) return only
  return {
    onDocument: (document) => conditions.some((condition) => condition.onDocument(document)),
    onElement: (value) => conditions.some((condition) => condition.onElement(value)),
  }
}

/** Whether a value counts as true where MongoDB asks for a flag: 0 and null do not, '' and NaN do. */
export const isTruthy = (value: unknown) =>
  !(value === false || value === null || value === undefined || value === 0)
