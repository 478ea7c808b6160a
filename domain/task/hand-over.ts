import type { IsoDay } from '../calendar/day'
import type { UnitId, UnitsByRole } from '../organization/unit'
import { type AgreedDate } from './agreed-dates'
import { type Cycle, presentCycle } from './cycle'
import type { Deadline } from './deadline'
import { type Extension, isOpenExtension } from './extension'
import type { LeadOfficial } from './lead-person'
import { withLeadPerson } from './lead-official'
import { reportsHandedOver } from './part'
import { answeringUnitOf } from './responsibility'
import type { Measure, RectificationTask } from './task'

/** Whose work goes to whom. */
export interface HandOver {
  readonly from: UnitId
  readonly to: UnitId
}

const replaceUnit = (units: UnitsByRole, { from, to }: HandOver): UnitsByRole => {
  const swap = (ids: readonly UnitId[]): UnitId[] => [
    ...new Set(ids.map((id) => (id === from ? to : id))),
  ]
  const lead = swap(units.lead)
  // A lead is not listed as responsible again.
  return { ...units, lead, responsible: swap(units.responsible).filter((id) => !lead.includes(id)) }
}

const measureOf = (measure: Measure, given: HandOver): Measure => ({
  ...measure,
  units: replaceUnit(measure.units, given),
  sites: measure.sites.map((site) =>
    site.unitId === given.from ? { ...site, unitId: given.to } : site,
  ),
})

/** What has to be done again goes with the share: nobody else could say it done. */
const cyclesOf = (task: RectificationTask, { from, to }: HandOver): readonly Cycle[] => {
  const { ordinal } = presentCycle(task)
  return task.cycles.map((cycle) =>
    cycle.ordinal !== ordinal || !cycle.rework
      ? cycle
      : {
          ...cycle,
          rework: {
            ...cycle.rework,
            demands: cycle.rework.demands.map((demand) =>
              demand.unitId === from ? { ...demand, unitId: to } : demand,
            ),
          },
        },
  )
}

/** A day for which a firm has signed binds whoever has the work. */
const agreedOf = (dates: readonly AgreedDate[], { from, to }: HandOver): AgreedDate[] =>
  dates.map((date) => (date.unitId === from ? { ...date, unitId: to } : date))

/** Who was to enter the awaited event. */
const deadlineOf = (deadline: Deadline, { from, to }: HandOver): Deadline =>
  deadline.event?.enteredBy === from
    ? { ...deadline, event: { ...deadline.event, enteredBy: to } }
    : deadline

/**
 * An open request is the new unit's to take back and to hear of; what was decided says who asked. Nobody
 * endorses their own: where the asker leads from now on it goes to the office, as one that a lead makes.
 */
const extensionsOf = (
  { extensions, units }: RectificationTask,
  given: HandOver,
  today: IsoDay,
): readonly Extension[] => {
  const lead = answeringUnitOf(replaceUnit(units, given))
  return extensions.map((extension) => {
    if (!isOpenExtension(extension)) return extension
    const unitId = extension.unitId === given.from ? given.to : extension.unitId
    const isLeads = extension.state === 'asked' && unitId === lead
    return {
      ...extension,
      unitId,
      ...(isLeads && ({ state: 'endorsed', endorsedOn: today } as const)),
    }
  })
}

/** Somebody of the unit that answers for the whole leads it no longer when another one answers. */
const ledBy = (task: RectificationTask, { from }: HandOver): LeadOfficial | undefined =>
  task.leadOfficial?.person?.unitId === from && answeringUnitOf(task.units) === from
    ? withLeadPerson(task, null)
    : task.leadOfficial

/**
 * The task with everything of one unit's work in the hands of another one: the division of work, what is
 * agreed with firms, demanded, asked for and said done. Shares are the caller's.
 */
export const withHandedOver = (
  task: RectificationTask,
  given: HandOver,
  today: IsoDay,
): RectificationTask => {
  const leadOfficial = ledBy(task, given)
  return {
    ...task,
    done: reportsHandedOver(task, given.from, given.to),
    cycles: cyclesOf(task, given),
    units: replaceUnit(task.units, given),
    measures: task.measures.map((measure) => measureOf(measure, given)),
    agreedDates: agreedOf(task.agreedDates, given),
    deadline: deadlineOf(task.deadline, given),
    extensions: extensionsOf(task, given, today),
    ...(leadOfficial && { leadOfficial }),
  }
}
