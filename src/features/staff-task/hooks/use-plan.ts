import type { ProofKind } from '@/domain/proof'
import { partId } from '@/domain/task/done-report'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import type { StaffTask } from '../staff-task'

/** A milestone as it is typed; `key` stays while its words change. */
export interface TypedMilestone {
  readonly key: string
  /** Of one that stands in the plan. */
  readonly id?: string
  readonly text: string
  readonly dueOn: string
  /** Percent; 0 while nothing is typed. */
  readonly weight: number
}

interface TypedMeasure {
  readonly person: string
  readonly dueOn: string
  readonly proof: readonly ProofKind[]
  readonly proofWords: string
  readonly milestones: readonly TypedMilestone[]
}

interface PlanDraft {
  readonly goals: string
  readonly person: string
  readonly measures: Readonly<Record<string, TypedMeasure>>
  /** Why an approved plan is to change. */
  readonly reason: string
  /** What the unit writes itself; absent in a draft of an earlier form. */
  readonly added?: readonly OwnMeasure[]
}

/** A measure of the unit's own, where the list prints none for it. */
export interface OwnMeasure {
  readonly id: string
  readonly text: string
}

/** As many as the contract takes of one plan. */
export const mostOwn = 100

/** The unit's own share: measures that name it, or name nobody. */
const ownMeasures = (task: StaffTask, unitId: string | undefined) =>
  task.measures.filter(({ units }) => {
    const named = [...units.lead, ...units.responsible]
    return named.length === 0 || named.some(({ id }) => id === unitId)
  })

/** A unit's plan for its share; begins with what the list says, or with what it wrote before. */
export function usePlan(task: StaffTask) {
  const unitId = useMembership()?.unit.id
  const listed = ownMeasures(task, unitId)
  const share = task.assignments.find(({ unit }) => unit.id === unitId)
  const isAmending = share?.state === 'planned'
  const written = share?.amendment?.plan ?? share?.plan
  const draft = useDraft<PlanDraft>(`${isAmending ? 'amend' : 'plan'}.${task.id}`, {
    goals: written?.goals ?? task.goals.join('\n'),
    person:
      written?.person ?? task.assignments.find(({ personName }) => personName)?.personName ?? '',
    measures: {},
    reason: share?.amendment?.reason ?? '',
  })
  const begun = (written?.measures ?? []).flatMap(({ measureId, text }) =>
    text === undefined ? [] : [{ id: measureId, text }],
  )
  const addedNow = (): readonly OwnMeasure[] =>
    draft.read().added ?? (begun.length > 0 ? begun : [{ id: 'own.1', text: '' }])
  const writesOwn = listed.length === 0
  const own: readonly OwnMeasure[] = writesOwn ? addedNow() : listed
  const typed = draft.value
  const writtenOf = (measureId: string) =>
    written?.measures.find((measure) => measure.measureId === measureId)
  const measureOf = (measureId: string): TypedMeasure => {
    const before = writtenOf(measureId)
    const listed = task.measures.find((measure) => measure.id === measureId)
    const milestones = (before?.milestones ?? []).map((each, place) => ({
      ...each,
      key: each.id ?? `written${place}`,
    }))
    const first = {
      person: before?.person ?? '',
      dueOn: before?.dueOn ?? listed?.dueOn ?? task.dueOn ?? '',
      proof: before?.proof ?? [],
      proofWords: before?.proofWords ?? '',
      milestones,
    }
    // A draft of an earlier form has no milestones or proof of its own.
    return { ...first, ...typed.measures[measureId] }
  }
  const addOwn = () => {
    const rows = addedNow()
    const taken = rows.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))
    draft.change({ added: [...rows, { id: `own.${Math.max(0, ...taken) + 1}`, text: '' }] })
  }
  const changeOwn = (id: string, text: string) =>
    draft.change({ added: addedNow().map((row) => (row.id === id ? { id, text } : row)) })
  const dropOwn = (id: string) => draft.change({ added: addedNow().filter((row) => row.id !== id) })
  const changeMeasure = (measureId: string, part: Partial<TypedMeasure>) => {
    const { measures } = draft.read()
    const before = { ...measureOf(measureId), ...measures[measureId] }
    draft.change({ measures: { ...measures, [measureId]: { ...before, ...part } } })
  }
  const plan = {
    goals: typed.goals.trim(),
    person: typed.person.trim(),
    measures: own.map(({ id: measureId, text }) => {
      const { person, dueOn, proof, proofWords, milestones } = measureOf(measureId)
      return {
        measureId,
        ...(writesOwn && { text: text.trim() }),
        person: (person || typed.person).trim(),
        dueOn,
        proof: [...proof],
        ...(proofWords.trim() && { proofWords: proofWords.trim() }),
        milestones: milestones.map(({ key: _key, ...each }) => ({
          ...each,
          text: each.text.trim(),
        })),
      }
    }),
  }
  /** A milestone that was said done stays as it was. */
  const isDone = (measureId: string, milestoneId: string): boolean => {
    const id = partId('milestone', measureId, unitId ?? '', milestoneId)
    return task.parts.some((part) => part.id === id && part.doneOn !== null)
  }
  return {
    isDone,
    draft,
    own,
    writesOwn,
    addOwn,
    changeOwn,
    dropOwn,
    measureOf,
    changeMeasure,
    plan,
    isAmending,
    reason: typed.reason.trim(),
  }
}
