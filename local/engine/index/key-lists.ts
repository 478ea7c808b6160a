import { compareValues } from '../../ground/compare-values'

/** What an index holds a document under: one value for each of its paths. */
export type Key = readonly unknown[]

export const sameKey = (left: Key, right: Key): boolean => {
  for (let i = 0; i < left.length; i++)
    if (left[i] !== right[i] && compareValues(left[i], right[i]) !== 0) return false
  return true
}

/** Whether a key is among others; looked for first where it stands after one was put in or taken out. */
const isAmong = (key: Key, i: number, length: number, others: readonly Key[]): boolean => {
  for (const at of [i, i + others.length - length]) {
    const other = others[at]
    if (other && sameKey(key, other)) return true
  }
  return others.some((other) => sameKey(key, other))
}

/** The keys that are not among the others. */
export const without = (keys: readonly Key[], others: readonly Key[]): readonly Key[] =>
  others.length === 0 ? keys : keys.filter((key, i) => !isAmong(key, i, keys.length, others))
