import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import type { StaffTask } from '../staff-task'

interface PlanDraft {
  readonly goals: string
  readonly person: string
  readonly measures: Readonly<Record<string, { readonly person: string; readonly dueOn: string }>>
}

/** The unit's own share: measures that name it, or name nobody. */
const ownMeasures = (task: StaffTask, unitId: string | undefined) =>
  task.measures.filter(({ units }) => {
    const named = [...units.lead, ...units.responsible]
    return named.length === 0 || named.some(({ id }) => id === unitId)
  })

/** A unit's plan for its share; begins with what the list says. */
export function usePlan(task: StaffTask) {
  const own = ownMeasures(task, useMembership()?.unit.id)
  const draft = useDraft<PlanDraft>(`plan.${task.id}`, {
    goals: task.goals.join('\n'),
    person: task.assignments.find(({ personName }) => personName)?.personName ?? '',
    measures: {},
  })
  const typed = draft.value
  const measureOf = (measureId: string) =>
    typed.measures[measureId] ?? {
      person: '',
      dueOn: task.measures.find((measure) => measure.id === measureId)?.dueOn ?? task.dueOn ?? '',
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
      return { measureId, person: (person || typed.person).trim(), dueOn, milestones: [] }
    }),
  }
  return { draft, own, measureOf, changeMeasure, plan }
}
