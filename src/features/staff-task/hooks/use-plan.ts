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
  readonly milestones: readonly TypedMilestone[]
}

interface PlanDraft {
  readonly goals: string
  readonly person: string
  readonly measures: Readonly<Record<string, TypedMeasure>>
  /** Why an approved plan is to change. */
  readonly reason: string
}

/** The unit's own share: measures that name it, or name nobody. */
const ownMeasures = (task: StaffTask, unitId: string | undefined) =>
  task.measures.filter(({ units }) => {
    const named = [...units.lead, ...units.responsible]
    return named.length === 0 || named.some(({ id }) => id === unitId)
  })

/** A unit's plan for its share; begins with what the list says, or with what it wrote before. */
export function usePlan(task: StaffTask) {
  const unitId = useMembership()?.unit.id
  const own = ownMeasures(task, unitId)
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
    const begun = {
      person: before?.person ?? '',
      dueOn: before?.dueOn ?? listed?.dueOn ?? task.dueOn ?? '',
      milestones,
    }
    // A draft of an earlier form has no milestones of its own.
    return { ...begun, ...typed.measures[measureId] }
  }
  const changeMeasure = (measureId: string, part: Partial<TypedMeasure>) => {
    const { measures } = draft.read()
    const before = { ...measureOf(measureId), ...measures[measureId] }
    draft.change({ measures: { ...measures, [measureId]: { ...before, ...part } } })
  }
  const plan = {
    goals: typed.goals.trim(),
    person: typed.person.trim(),
    measures: own.map(({ id: measureId }) => {
      const { person, dueOn, milestones } = measureOf(measureId)
      return {
        measureId,
        person: (person || typed.person).trim(),
        dueOn,
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
    measureOf,
    changeMeasure,
    plan,
    isAmending,
    reason: typed.reason.trim(),
  }
}
