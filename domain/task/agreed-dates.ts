import { type IsoDay, latest } from '../calendar/day'
import type { UnitId } from '../organization/unit'

/**
 * A day for which a unit and a firm have both signed: the measure's day for both of them, in
 * plan, schedule, reminders and on the public page (`docs/domain/enterprises.md`).
 */
export interface AgreedDate {
  readonly enterpriseId: UnitId
  readonly unitId: UnitId
  readonly measureId: string
  readonly on: IsoDay
}

interface Agreed {
  readonly agreedDates: readonly AgreedDate[]
}

/** The day of one unit's share: the last of those it agreed with firms; null without any. */
export const agreedDayOf = (
  { agreedDates }: Agreed,
  measureId: string,
  unitId: UnitId,
): IsoDay | null =>
  latest(
    agreedDates
      .filter((date) => date.measureId === measureId && date.unitId === unitId)
      .map(({ on }) => on),
  )

/** The day of the whole measure: the last one agreed by anybody; null without any. */
export const agreedDayOfMeasure = ({ agreedDates }: Agreed, measureId: string): IsoDay | null =>
  latest(agreedDates.filter((date) => date.measureId === measureId).map(({ on }) => on))

/** The task with the table that these two sides have signed last; it replaces their older one. */
export const withAgreedDates = <T extends Agreed>(
  task: T,
  { enterpriseId, unitId }: Pick<AgreedDate, 'enterpriseId' | 'unitId'>,
  dates: readonly Pick<AgreedDate, 'measureId' | 'on'>[],
): T => ({
  ...task,
  agreedDates: [
    ...task.agreedDates.filter((date) => date.enterpriseId !== enterpriseId),
    ...dates.map(({ measureId, on }) => ({ enterpriseId, unitId, measureId, on })),
  ],
})
