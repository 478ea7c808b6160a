import { unitRoles } from '../organization/unit'
import type { DraftTask, FieldChange, KnownTask } from './draft'

/** What a newer list is, held against the earlier one. */
export interface Comparison {
  /** The known task of each draft, by the draft's index; a draft without one is new. */
  readonly known: ReadonlyMap<number, KnownTask>
  /** Drafts of the earlier list that the newer one does not print. */
  readonly gone: readonly DraftTask[]
}

const bare = (words: string): string => words.replace(/\s+/g, '')

const facts = (draft: DraftTask): [field: string, words: string][] => [
  ['title', draft.title],
  ['problem', draft.problem],
  ['goals', draft.goals.join('\n')],
  ...unitRoles.map((role): [string, string] => [`units.${role}`, draft.units[role].join('、')]),
  ['deadline', draft.deadline.text],
  ['measures', draft.measures.map(({ text }) => text).join('\n')],
]

const changesOf = (earlier: DraftTask, newer: DraftTask): FieldChange[] => {
  const after = new Map(facts(newer))
  return facts(earlier).flatMap(([field, before]) => {
    const now = after.get(field) ?? ''
    return bare(before) === bare(now) ? [] : [{ field, before, after: now }]
  })
}

const problemKey = ({ problem, title }: DraftTask): string => bare(problem === '' ? title : problem)
const numberKey = ({ parentNumber, number }: DraftTask): string =>
  number === '' ? '' : `${parentNumber}\n${number}`

/** Drafts by a key that exactly one of them has. */
function byKey(drafts: readonly DraftTask[], key: (draft: DraftTask) => string) {
  const found = new Map<string, DraftTask | null>()
  for (const draft of drafts) {
    const own = key(draft)
    if (own !== '') found.set(own, found.has(own) ? null : draft)
  }
  return found
}

/**
 * Holds a newer list against the drafts of the earlier one: the same problem first, wherever it
 * is counted now, then the same number.
 */
export const compareLists = (
  earlier: readonly DraftTask[],
  newer: readonly DraftTask[],
): Comparison => {
  const left = new Set(earlier.filter(({ taskId }) => taskId !== null))
  const known = new Map<number, KnownTask>()
  for (const key of [problemKey, numberKey]) {
    const before = byKey([...left], key)
    const now = byKey(
      newer.filter(({ index }) => !known.has(index)),
      key,
    )
    for (const [words, draft] of now) {
      const same = draft && before.get(words)
      if (!draft || !same || same.taskId === null) continue
      known.set(draft.index, { taskId: same.taskId, changes: changesOf(same, draft) })
      left.delete(same)
    }
  }
  return { known, gone: [...left] }
}
