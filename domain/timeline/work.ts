import type { MeasureDate, TimelineAgreement } from './timeline'

/** What an agreement needs to know of the work on its task. */
export interface TimelineWork {
  /** Nobody is at work on the task: it is self-checked, closed or cancelled. */
  readonly isOver: boolean
  /** Measures reported done: their agreed day is met. */
  readonly doneMeasureIds: readonly string[]
  /** The task's present cycle. A day agreed in an earlier one is history. */
  readonly cycle: number
}

type Agreed = Pick<TimelineAgreement, 'measures'>

/** What two sides can still agree on. */
export const openMeasures = (
  { measures }: Agreed,
  { doneMeasureIds }: Pick<TimelineWork, 'doneMeasureIds'>,
): TimelineAgreement['measures'] => measures.filter(({ id }) => !doneMeasureIds.includes(id))

/** The task has been self-checked or cancelled, or every measure of the agreement is done. */
export const isWorkOver = (timeline: Agreed, work: TimelineWork): boolean =>
  work.isOver || openMeasures(timeline, work).length === 0

/** The days that bind: also while terms are reopened, and no longer once the agreement has ended. */
export const boundDates = ({
  state,
  agreedDates,
}: {
  readonly state: TimelineAgreement['state'] | null
  readonly agreedDates: TimelineAgreement['agreedDates']
}): readonly MeasureDate[] => (state === 'ended' ? [] : (agreedDates ?? []))
