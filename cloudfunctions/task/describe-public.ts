import { daysBetween, type IsoDay } from '@/domain/calendar/day'
import type { PublicHistoryEvent, PublicTask } from '@/domain/release/public-task'

/** Steps that the responsible unit takes itself. */
const doneByTheUnit: readonly PublicHistoryEvent[] = ['signFor', 'startRectifying', 'selfCheck']

/** One card of the register. */
export const describePublicRow = ({ id, text, facts }: PublicTask, today: IsoDay) => ({
  id,
  title: text.title,
  category: text.category,
  unitName: text.unitName,
  regions: [...text.regions],
  villages: [...text.villages],
  state: facts.state,
  overdueDays:
    facts.state === 'overdue' && text.dueOn !== null
      ? Math.max(0, daysBetween(text.dueOn, today))
      : 0,
  dueOn: text.dueOn,
  dueText: text.dueText,
})

/** The stable page of one released task. */
export const describePublicTask = (task: PublicTask, today: IsoDay) => {
  const { text, facts, releasedOn } = task
  return {
    ...describePublicRow(task, today),
    number: text.number,
    upperNumber: text.upperNumber,
    problem: text.problem,
    goals: [...text.goals],
    units: text.units.map(({ role, name, phone }) => ({ role, name, phone })),
    measures: text.measures.map((measure) => ({
      text: measure.text,
      unitNames: [...measure.unitNames],
      // Days are public where the deadline was released.
      dueOn: measure.dueOn && (facts.agreedOn[measure.id] ?? measure.dueOn),
      dueText: measure.dueText,
      doneOn: facts.doneOn[measure.id] ?? null,
    })),
    history: facts.history.map(({ event, on, done }) => ({
      event,
      on,
      done,
      // Who checks, publishes and approves is another body: a unit does not approve itself.
      unitName: doneByTheUnit.includes(event) && text.unitName !== '' ? text.unitName : null,
    })),
    speaking: facts.speaking ?? false,
    releasedOn,
  }
}
