import type { ActionOutput } from '@/contract/actions'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import type { StaffTask } from './staff-task'

type Colleague = ActionOutput<'task.listCheckers'>['items'][number]

/** What a step is looked at with: it goes along to where there is no network. */
export interface SiteVisit {
  readonly id: string
  readonly title: string
  readonly level: AcceptanceLevel
  /** Of which cycle: what was seen in an earlier one counts for nothing. */
  readonly cycle: number
  /** Nobody looks at what was not yet asked for. */
  readonly askedOn: string
  /** Until when; absent in what was carried along before, null where nobody owes it. */
  readonly due?: { readonly on: string; readonly provisional: boolean } | null
  readonly measures: readonly { readonly id: string; readonly text: string }[]
  readonly parts: readonly {
    readonly id: string
    readonly measureId: string | null
    readonly unit: StaffTask['parts'][number]['unit']
    readonly words: string | null
    readonly noPart: boolean
    /** How many were handed in; absent in what was carried along before. */
    readonly photos?: number
  }[]
  /** Who may be the second; null while nobody has asked. */
  readonly colleagues: readonly Colleague[] | null
}

/** The step whose turn it is. */
const stepOf = ({ closeOut }: StaffTask) =>
  closeOut?.chain[closeOut.cycles.at(-1)?.checks.length ?? 0] ?? null

const dueOf = ({ turns }: StaffTask) => {
  const owed = turns.find(({ kind }) => kind === 'verify')
  return owed ? { on: owed.dueOn, provisional: owed.provisional } : null
}

/** Null where this person has no step to take. */
export function visitOf(
  task: StaffTask,
  colleagues: readonly Colleague[] | null,
): SiteVisit | null {
  const step = stepOf(task)
  const cycle = task.closeOut?.cycles.at(-1)
  if (!step || !cycle?.request || !task.events.includes('verify')) return null
  return {
    id: task.id,
    title: task.title,
    level: step.level,
    cycle: cycle.ordinal,
    askedOn: cycle.request.on,
    due: dueOf(task),
    measures: task.measures.map(({ id, text }) => ({ id, text })),
    parts: task.parts.map(({ id, measureId, unit, report }) => ({
      id,
      measureId,
      unit,
      words: report?.words ?? null,
      noPart: report?.noPart ?? false,
      photos: report?.photos ?? 0,
    })),
    colleagues,
  }
}

/** The step of a visit as others took it; null where they did not. */
export const takenStep = (task: StaffTask, { cycle, level }: SiteVisit) =>
  task.closeOut?.cycles
    .find(({ ordinal }) => ordinal === cycle)
    ?.checks.find((check) => check.level === level) ?? null
