import { filterHolds, projectNaively, sortNaively, sortValues } from './naive-filter'
import type { Doc } from './naive-values'
import type { Outcome } from './property-driver'
import type { Expected } from './property-model'
import type { Operation } from './property-operations'

/** Text that is equal for equal documents, whatever the order of their fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, function (this: Doc, key: string, inner: unknown) {
    const raw = this[key]
    if (raw instanceof Date) return { $date: raw.getTime() }
    if (Object.is(inner, -0)) return 0
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

type Find = Operation & { kind: 'find' }

/** What is wrong with the documents found; null when nothing is. Where the order leaves a choice any is right. */
function faultInFound(operation: Find, found: Doc[], docs: Map<unknown, Doc>): string | null {
  const { filter, sort, skip, limit, projection } = operation
  const matching = [...docs.values()].filter((doc) => filterHolds(doc, filter))
  const wanted = sortNaively(matching, sort).slice(skip, skip + limit)
  if (found.length !== wanted.length) return `${found.length} documents instead of ${wanted.length}`
  if (projection?._id === 0) return faultWithoutIds(operation, found, wanted, matching)
  const ids = new Set(found.map(({ _id }) => _id))
  if (ids.size !== found.length) return 'a document twice'
  for (const [i, doc] of found.entries()) {
    const own = docs.get(doc._id)
    if (!own || !filterHolds(own, filter)) return `${String(doc._id)} does not match`
    if (canonical(doc) !== canonical(projectNaively(own, projection)))
      return `${canonical(doc)} instead of ${canonical(projectNaively(own, projection))}`
    const [here, there] = [sortValues(own, sort), sortValues(wanted[i]!, sort)].map(sortText)
    if (here !== there) return `place ${i} sorts by ${here} instead of ${there}`
  }
  return null
}

const sortText = (values: unknown[]) =>
  canonical(values.map((value) => (typeof value === 'symbol' ? '[]' : value)))

/** Without ids documents can only be compared as a whole; a choice that the order leaves is not followed. */
function faultWithoutIds({ projection, sort }: Find, found: Doc[], wanted: Doc[], matching: Doc[]) {
  const all = matching.map((doc) => canonical(projectNaively(doc, projection)))
  const stray = found.find((doc) => !all.includes(canonical(doc)))
  if (stray) return `${canonical(stray)} is not among ${all.join()}`
  if (sort.length > 0 || wanted.length < matching.length) return null
  const [left, right] = [found.map(canonical), all].map((texts) => [...texts].sort().join())
  return left === right ? null : `${left} instead of ${right}`
}

/** What is wrong with an outcome; null when nothing is. */
export function faultIn(
  operation: Operation,
  outcome: Outcome,
  expected: Expected,
  docs: Map<unknown, Doc>,
): string | null {
  if (outcome.code) return `refused: ${outcome.code} ${outcome.message}`
  if (operation.kind === 'find') return faultInFound(operation, outcome.docs ?? [], docs)
  if (expected.count !== undefined && outcome.count !== expected.count)
    return `count ${outcome.count} instead of ${expected.count}`
  if (operation.kind === 'updateAndReturn' && expected.doc) {
    const [doc] = outcome.docs ?? []
    if (canonical(doc) !== canonical(expected.doc))
      return `${canonical(doc)} instead of ${canonical(expected.doc)}`
  }
  return null
}
