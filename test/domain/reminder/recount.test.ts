import { publishedUntil } from '@/domain/calendar/work-calendar'
import { rate, recountFeedback } from '@/domain/feedback/transitions'
import { admitObjection, lodgeObjection, recountObjection } from '@/domain/objection/transitions'
import { askedOpinion, recountOpinion } from '@/domain/opinion/transitions'
import { newAssignment, signFor } from '@/domain/task/assignment-transitions'
import { enterEvent, relativeDeadline } from '@/domain/task/deadline'
import { askExtension } from '@/domain/task/extension-transitions'
import { recountTask } from '@/domain/task/recount'
import {
  mediate,
  newTimeline,
  propose,
  recountTimeline,
  refer,
} from '@/domain/timeline/transitions'
import { actor, county, resident, staffOf, village } from '../actors'
import {
  assignment,
  dates,
  feedback,
  measure,
  objectedTask,
  planned,
  task,
  timeline,
  goingOn,
} from '../builders'
import { calendarOf, on } from '../calendars'

const holidays = [
  '2019-01-01',
  '2019-02-04',
  '2019-02-05',
  '2019-02-06',
  '2019-02-07',
  '2019-02-08',
]
/** 2018 ends on a Monday. Made while nobody knew the holidays of 2019, and with them known. */
const unknown = on(
  '2018-12-27',
  calendarOf({}, (year) => year <= 2018),
)
const known = on(
  '2018-12-27',
  calendarOf({ holidays, makeUp: ['2018-12-29'] }, (year) => year <= 2019),
)
type Counting = typeof known

const office = actor('coordinator')
const pending = task({ state: 'assigned', assignments: [assignment('lead', {})] })
const lodged = (days: Counting) =>
  lodgeObjection(
    { id: 'o1', taskId: 't1', ground: 'other', words: 'x', contactPhone: '1' },
    objectedTask({ notice: { from: days.today, workingDays: 10 } }),
    resident,
    days,
  )
const asked = { id: 'e1', part: { kind: 'task' }, reason: 'x', plan: 'y' } as const
const talks = (days: Counting) => ({ ...days, at: 0, regionCodes: [county], work: goingOn })
const open = timeline({ state: 'proposed', latestOn: null })
const offer = { dates: dates('2018-12-30', '2018-12-30'), reason: 'no' }
const awaited = (days: Counting) => {
  const period = { count: 40, unit: 'workingDay' } as const
  const deadline = relativeDeadline('收到通知后40个工作日内', {
    text: '收到通知',
    enteredBy: 'lead',
  })
  const counted = enterEvent(deadline, days.today, period, days.calendar)
  const entered = { happenedOn: days.today, period, paperNumber: '1', on: days.today }
  return { ...counted, event: { ...counted.event!, entered } }
}

/** A thing as it is made with these days, and how its days are counted anew. */
const made: readonly (readonly [string, (days: Counting) => unknown, (thing: never) => unknown])[] =
  [
    [
      'a share to sign for',
      (days) => task({ state: 'assigned', assignments: [newAssignment('lead', days)] }),
      (thing) => recountTask(thing, known),
    ],
    [
      'a plan to hand in',
      (days) => signFor(pending, { person: 'a', phone: '1' }, staffOf('lead'), days),
      (thing) => recountTask(thing, known),
    ],
    [
      'more time to decide on',
      (days) =>
        askExtension(
          task({ state: 'inProgress', assignments: [planned('lead')] }),
          { ...asked, to: '2019-12-31' },
          staffOf('lead'),
          days,
        ),
      (thing) => recountTask(thing, known),
    ],
    [
      'a deadline from an event, of the task and of a measure',
      (days) => task({ deadline: awaited(days), measures: [measure({ deadline: awaited(days) })] }),
      (thing) => recountTask(thing, known),
    ],
    [
      'a second look',
      (days) =>
        rate(
          feedback({
            state: 'answered',
            answeredOn: '2018-12-01',
            regionCode: village,
            answers: [],
          }),
          { rating: 'notDone', words: 'x' },
          resident,
          { ...days, isReporter: true },
        ),
      (thing) => recountFeedback(thing, known),
    ],
    ['an objection to admit', lodged, (thing) => recountObjection(thing, known)],
    [
      'an objection to reply to',
      (days) => admitObjection({ ...lodged(days), summary: 'x' }, office, days),
      (thing) => recountObjection(thing, known),
    ],
    [
      'a village that is asked',
      (days) =>
        askedOpinion(
          {
            id: 'p1',
            taskId: 't1',
            askingId: 'a1',
            voice: 'branch',
            villageCode: village,
            unitId: 'u',
          },
          objectedTask() as never,
          days,
        ),
      (thing) => recountOpinion(thing, known),
    ],
    [
      'a proposal to answer',
      (days) => propose(newTimeline(open), offer, staffOf(open.unitId), talks(days)),
      (thing) => recountTimeline(thing, known),
    ],
    [
      'a matter to mediate',
      (days) => refer(open, { reason: 'x' }, staffOf(open.unitId), talks(days)),
      (thing) => recountTimeline(thing, known),
    ],
    [
      'a table to sign',
      (days) => mediate({ ...open, state: 'referred' }, offer, office, talks(days)),
      (thing) => recountTimeline(thing, known),
    ],
  ]

describe('a 暂定 day that is counted anew', () => {
  it.each(made)('%s: as if the holidays had been known from the first', (_what, make, recount) => {
    const before = make(unknown)
    const wanted = make(known)
    expect(before).not.toEqual(wanted)
    expect(recount(before as never)).toEqual(wanted)
  })

  it.each(made)('%s: what was never 暂定 is left as it is', (_what, make, recount) => {
    const wanted = make(known)
    expect(recount(wanted as never)).toEqual(wanted)
  })

  it('leaves a day that was met as it was promised', () => {
    const signed = assignment('lead', {
      state: 'planned',
      signDueOn: '2019-01-02',
      signDueProvisional: true,
      signedOn: '2018-12-28',
      planDueOn: '2019-01-20',
      planDueProvisional: true,
      planSubmittedOn: '2019-01-10',
    })
    const of = task({ state: 'assigned', assignments: [signed] })
    expect(recountTask(of, known)).toEqual(of)
  })
})

describe('how far the calendar is published', () => {
  it.each([
    ['2018-12-27', '2019-12-31'],
    ['2019-06-01', '2019-12-31'],
    ['2020-01-01', null],
  ])('on %s up to %s', (today, until) => {
    expect(publishedUntil(today, known.calendar)).toBe(until)
  })
})
