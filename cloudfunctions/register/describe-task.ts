import { daysBetween, type IsoDay } from '@/domain/calendar/day'
import { countWorkingDays, type WorkCalendar } from '@/domain/calendar/work-calendar'
import {
  publicDueOf,
  publicDueOfMeasure,
  type PublicHistoryEvent,
  type PublicRow,
  type PublicTask,
} from '@/domain/release/public-task'
import { resultOf } from '@/domain/release/result'
import { daysOfNotice, lastDayOf, type PublicNotice } from '@/domain/task/notice'

/** Steps that the responsible unit takes itself. */
const doneByTheUnit: readonly PublicHistoryEvent[] = ['signFor', 'startRectifying', 'selfCheck']

/** One card of the register. */
export const describePublicRow = ({ id, text, facts }: PublicRow, today: IsoDay) => {
  const { dueOn, dueProvisional } = publicDueOf({ text, facts })
  return {
    id,
    title: text.title,
    category: text.category,
    unitName: text.unitName,
    regions: [...text.regions],
    villages: [...text.villages],
    state: facts.state,
    overdueDays:
      facts.state === 'overdue' && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0,
    dueOn,
    dueProvisional,
    dueText: text.dueText,
  }
}

/** Its last day, and how many working days are left with today; open while a calendar is awaited. */
const describeNotice = (notice: PublicNotice, today: IsoDay, calendar: WorkCalendar) => {
  const { on, provisional } = lastDayOf(notice, calendar)
  return {
    from: notice.from,
    lastOn: provisional ? null : on,
    daysLeft: countWorkingDays(today, on, calendar),
    days: daysOfNotice(notice, calendar),
  }
}

/** Who checks, publishes and approves is another body: a unit does not approve itself. */
const whoDid = ({ text, facts }: PublicTask, event: PublicHistoryEvent): string => {
  if (doneByTheUnit.includes(event)) return text.unitName
  // Who verified is public with the notice.
  const checks = event === 'requestCloseOut' && facts.notice ? (text.result?.checks ?? []) : []
  return checks.map(({ unitName }) => unitName).join('、')
}

/** The stable page of one released task. */
export const describePublicTask = (task: PublicTask, today: IsoDay, calendar: WorkCalendar) => {
  const { text, facts, releasedOn } = task
  const { printedOn, reopened } = publicDueOf(task)
  return {
    ...describePublicRow(task, today),
    number: text.number,
    upperNumber: text.upperNumber,
    problem: text.problem,
    goals: [...text.goals],
    units: text.units.map(({ role, name, phone }) => ({ role, name, phone })),
    printedOn,
    reopened,
    measures: text.measures.map((measure) => ({
      text: measure.text,
      unitNames: [...measure.unitNames],
      ...publicDueOfMeasure(task, measure),
      dueText: measure.dueText,
      doneOn: facts.doneOn[measure.id] ?? null,
      sitesDone: facts.sitesDone?.[measure.id] ?? null,
    })),
    history: facts.history.map(({ event, on, done }) => ({
      event,
      on,
      done,
      unitName: whoDid(task, event) || null,
    })),
    speaking: facts.speaking ?? false,
    notice: facts.notice && describeNotice(facts.notice, today, calendar),
    // What was done becomes public with the notice, not with the release of its text.
    result: facts.notice && resultOf(text),
    opinionsAnswered: facts.opinionsAnswered ?? false,
    rechecks: (facts.rechecks ?? []).map((each) => ({ ...each })),
    decisionNumber: facts.decisionNumber,
    releasedOn,
  }
}
