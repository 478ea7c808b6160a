import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import type { StaffTask } from '../staff-task'

interface PlanDraft {
  readonly goals: string
  readonly person: string
  readonly measures: Readonly<Record<string, { readonly person: string; readonly dueOn: string }>>
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
  const measureOf = (measureId: string) =>
    typed.measures[measureId] ?? {
      person: writtenOf(measureId)?.person ?? '',
      dueOn:
        writtenOf(measureId)?.dueOn ??
        task.measures.find((measure) => measure.id === measureId)?.dueOn ??
        task.dueOn ??
        '',
    }
  const changeMeasure = (measureId: string, part: { person?: string; dueOn?: string }) => {
    const { measures } = draft.read()
    const before = measures[measureId] ?? measureOf(measureId)
    draft.change({ measures: { ...measures, [measureId]: { ...before, ...part } } })
  }
  const plan = {
    goals: typed.goals.trim(),
    person: typed.person.trim(),
    measures: own.map(({ id: measureId }) => {
      const { person, dueOn } = measureOf(measureId)
      const milestones = writtenOf(measureId)?.milestones ?? []
      return { measureId, person: (person || typed.person).trim(), dueOn, milestones }
    }),
  }
  return { draft, own, measureOf, changeMeasure, plan, isAmending, reason: typed.reason.trim() }
}
