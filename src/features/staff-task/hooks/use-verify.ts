import type { ActionInput } from '@/contract/actions'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { useDraft } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'

interface Seen {
  readonly inPlace: boolean | null
  readonly words: string
}
interface Typed {
  readonly seen: Readonly<Record<string, Seen>>
  /** Chosen colleague, or nobody where an expert is typed. */
  readonly membershipId: string
  readonly name: string
  readonly unitName: string
  /** The province's step is of two who are both only typed. */
  readonly secondName: string
  readonly paperNumber: string
  readonly words: string
  readonly reworkOn: string
}

const nothing: Typed = {
  seen: {},
  membershipId: '',
  name: '',
  unitName: '',
  secondName: '',
  paperNumber: '',
  words: '',
  reworkOn: '',
}
const unseen: Seen = { inPlace: null, words: '' }

/** The step whose turn it is. */
export const stepOf = ({ closeOut }: StaffTask) =>
  closeOut?.chain[closeOut.cycles.at(-1)?.checks.length ?? 0] ?? null

/** Whoever owes a measure is asked to do it again. */
const demandsOf = (task: StaffTask, measureId: string, words: string) => {
  const owing = task.parts
    .filter((part) => part.measureId === measureId && !part.report?.noPart)
    .map(({ unit }) => unit.id)
  return [...new Set(owing)].map((unitId) => ({ unitId, words, measureIds: [measureId] }))
}

/** 现场核查: what is typed, kept while it is typed, and what is sent of it. */
export function useVerify(task: StaffTask, level: AcceptanceLevel) {
  const draft = useDraft<Typed>(`verify.${task.id}.${level}`, nothing)
  const typed = draft.value
  const seenOf = (measureId: string): Seen => typed.seen[measureId] ?? unseen
  const missed = task.measures.filter(({ id }) => seenOf(id).inPlace === false)
  const expert = (name: string) => ({ name: name.trim(), unitName: typed.unitName.trim() })
  const input = (): ActionInput<'task.verify'> => ({
    taskId: task.id,
    level,
    others:
      level === 'province'
        ? [expert(typed.name), expert(typed.secondName)]
        : [typed.membershipId ? { membershipId: typed.membershipId } : expert(typed.name)],
    measures: task.measures.map(({ id }) => ({
      measureId: id,
      inPlace: seenOf(id).inPlace === true,
      words: seenOf(id).words.trim(),
    })),
    words: typed.words.trim(),
    paperNumber: typed.paperNumber.trim() || null,
    rework:
      missed.length === 0
        ? null
        : {
            on: typed.reworkOn,
            reason: typed.words.trim(),
            demands: missed.flatMap(({ id }) => demandsOf(task, id, seenOf(id).words.trim())),
          },
  })
  const see = (measureId: string, change: Partial<Seen>) => {
    const { seen } = draft.read()
    draft.change({
      seen: { ...seen, [measureId]: { ...(seen[measureId] ?? unseen), ...change } },
    })
  }
  return { draft, typed, seenOf, see, missed, input }
}
