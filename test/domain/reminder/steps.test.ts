import { addDays, type IsoDay } from '@/domain/calendar/day'
import { obligationKinds, type ObligationKind } from '@/domain/reminder/obligation'
import {
  comingSteps,
  latestStepIn,
  nextStepAfter,
  nextStepFrom,
  stepOn,
  stepsOn,
} from '@/domain/reminder/steps'
import { messageKey } from '@/domain/reminder/message'
import { defaultSettings } from '@/domain/settings'
import { calendarOf, weekends } from '../calendars'

const owed = (kind: ObligationKind, madeOn: IsoDay, dueOn: IsoDay) => ({ kind, madeOn, dueOn })
const daysFrom = (first: IsoDay, count: number): IsoDay[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))
const walked = (of: ReturnType<typeof owed>, first: IsoDay, count: number, calendar = weekends) =>
  daysFrom(first, count).flatMap((day) =>
    stepsOn(of, day, calendar, defaultSettings).map(
      ({ name, on, to }) => `${on} ${name} ${to.at(-1)}`,
    ),
  )

describe('a task, measure, milestone or agreement node', () => {
  it('is told 30, 7, 3, 1 and 0 days before, then weekly, and further up as it grows urgent', () => {
    expect(walked(owed('finishTask', '2018-06-01', '2018-12-31'), '2018-06-01', 230)).toEqual([
      '2018-12-01 before-30 owner',
      '2018-12-24 before-7 owner',
      '2018-12-28 before-3 unitLeader',
      '2018-12-30 before-1 unitLeader',
      '2018-12-31 before-0 unitLeader',
      '2019-01-07 overdue-1 coordinator',
      '2019-01-14 overdue-2 coordinator',
    ])
  })

  it('made late skips the steps that are past already', () => {
    expect(walked(owed('finishMeasure', '2018-12-25', '2018-12-31'), '2018-12-01', 31)).toEqual([
      '2018-12-28 before-3 unitLeader',
      '2018-12-30 before-1 unitLeader',
      '2018-12-31 before-0 unitLeader',
    ])
  })

  it('made after its day begins with the next weekly step', () => {
    const late = owed('milestone', '2019-01-08', '2018-12-31')
    expect(walked(late, '2018-12-20', 30)).toEqual(['2019-01-14 overdue-2 coordinator'])
  })
})

describe('a changed setting', () => {
  it('moves the steps of every kind and who is told', () => {
    const settings = {
      ...defaultSettings,
      reminderDaysBefore: [10],
      overdueEveryDays: 5,
      leaderFromDaysBefore: 10,
      coordinatorFromDaysOverdue: 5,
      replyDaysBefore: [4],
      replyOverdueEveryWorkingDays: 1,
      reportDaysBefore: [6],
      reportDaysAfter: [2],
      watchDaysBefore: [2],
    }
    // Both from Monday 4 June 2018; due on Friday 15 June.
    const steps = (kind: ObligationKind) =>
      daysFrom('2018-06-04', 17).flatMap((day) =>
        stepsOn(owed(kind, '2018-06-04', '2018-06-15'), day, weekends, settings).map(
          ({ on, name, to }) => `${on} ${name} ${to.at(-1)}`,
        ),
      )
    expect(steps('finishTask')).toEqual([
      '2018-06-05 before-10 unitLeader',
      '2018-06-20 overdue-1 coordinator',
    ])
    expect(steps('signFor')).toEqual([
      '2018-06-09 half owner',
      '2018-06-11 before-4 owner',
      '2018-06-18 overdue-1 unitLeader',
      '2018-06-19 overdue-2 coordinator',
      '2018-06-20 overdue-3 coordinator',
    ])
    expect(steps('monthlyReport')).toEqual([
      '2018-06-09 before-6 owner',
      '2018-06-17 overdue-1 unitLeader',
    ])
    expect(steps('recheck')).toEqual(['2018-06-13 before-2 owner'])
  })
})

describe('a reply', () => {
  it('is told at half-time, 3, 1 and 0 days before, then every 3 working days, further up each time', () => {
    // 60 days; the due day is Thursday 9 August 2018.
    expect(walked(owed('answerFeedback', '2018-06-10', '2018-08-09'), '2018-06-10', 72)).toEqual([
      '2018-07-10 half owner',
      '2018-08-06 before-3 owner',
      '2018-08-08 before-1 owner',
      '2018-08-09 before-0 owner',
      '2018-08-14 overdue-1 unitLeader',
      '2018-08-17 overdue-2 coordinator',
    ])
  })

  it('has one step a day: half-time gives way to a nearer one and to the first day', () => {
    // Three days: half-time would be the day after it was made, which is 2 days before.
    expect(walked(owed('signFor', '2018-06-04', '2018-06-07'), '2018-06-04', 4)).toEqual([
      '2018-06-04 before-3 owner',
      '2018-06-05 half owner',
      '2018-06-06 before-1 owner',
      '2018-06-07 before-0 owner',
    ])
    expect(walked(owed('signFor', '2018-06-04', '2018-06-06'), '2018-06-04', 3)).toEqual([
      '2018-06-05 before-1 owner',
      '2018-06-06 before-0 owner',
    ])
    expect(walked(owed('signFor', '2018-06-04', '2018-06-05'), '2018-06-04', 2)).toEqual([
      '2018-06-04 before-1 owner',
      '2018-06-05 before-0 owner',
    ])
  })

  it('waits over holidays while overdue and counts make-up workdays', () => {
    const nationalDay = calendarOf({
      holidays: ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05'],
      makeUp: ['2018-09-29', '2018-09-30'],
    })
    const reply = owed('decideObjection', '2018-09-27', '2018-09-27')
    expect(walked(reply, '2018-09-28', 14, nationalDay)).toEqual([
      '2018-09-30 overdue-1 unitLeader',
      '2018-10-10 overdue-2 coordinator',
    ])
  })
})

describe('the monthly report', () => {
  it('is told 5, 2 and 0 days before closing and 1 and 3 after, to the reporter, leader, coordinator', () => {
    const report = owed('monthlyReport', '2018-06-01', '2018-06-25')
    expect(walked(report, '2018-06-01', 60)).toEqual([
      '2018-06-20 before-5 owner',
      '2018-06-23 before-2 owner',
      '2018-06-25 before-0 owner',
      '2018-06-26 overdue-1 unitLeader',
      '2018-06-28 overdue-2 coordinator',
    ])
    expect(nextStepAfter(report, '2018-06-28', weekends, defaultSettings)).toBeNull()
  })
})

describe('the end of a notice, a re-check, a mediation', () => {
  it.each(['noticeEnds', 'recheck', 'mediateTimeline'] as const)(
    '%s: 3 and 0 days before, then never',
    (kind) => {
      const watched = owed(kind, '2018-06-04', '2018-06-15')
      expect(walked(watched, '2018-06-04', 60)).toEqual([
        '2018-06-12 before-3 owner',
        '2018-06-15 before-0 owner',
      ])
      expect(nextStepAfter(watched, '2018-06-15', weekends, defaultSettings)).toBeNull()
    },
  )
})

describe('an awaited event', () => {
  it('is asked for now and again, by nobody but whoever enters it', () => {
    expect(walked(owed('enterEvent', '2018-06-01', '2018-07-01'), '2018-06-01', 100)).toEqual([
      '2018-07-01 before-0 owner',
      '2018-07-31 overdue-1 owner',
      '2018-08-30 overdue-2 owner',
    ])
  })
})

describe('every kind of obligation', () => {
  const plans: Readonly<Record<string, readonly ObligationKind[]>> = {
    'before-30 before-7 before-3 before-1 before-0 overdue-1': [
      'finishMeasure',
      'finishTask',
      'milestone',
    ],
    'half before-3 before-1 before-0 overdue-1': [
      'signFor',
      'reassign',
      'submitPlan',
      'approvePlan',
      'admitFeedback',
      'assignFeedback',
      'answerFeedback',
      'releaseAnswer',
      'secondLook',
      'answerTimeline',
      'signTimeline',
      'checkSecrecy',
      'checkOpenness',
      'verify',
      'decideObjection',
    ],
    'before-5 before-2 before-0 overdue-1 overdue-2': ['monthlyReport'],
    'before-3 before-0': ['mediateTimeline', 'noticeEnds', 'recheck'],
    'before-0': ['enterEvent'],
  }

  it('has the steps of its row', () => {
    const found = obligationKinds.map((kind) => {
      const days = daysFrom('2018-10-01', 70)
      const of = owed(kind, '2018-10-01', '2018-11-30')
      const names = days.flatMap((day) =>
        stepsOn(of, day, weekends, defaultSettings).map(({ name }) => name),
      )
      return [kind, [...new Set(names)].join(' ')]
    })
    const expected = Object.entries(plans).flatMap(([names, kinds]) =>
      kinds.map((kind) => [kind, names]),
    )
    expect(found.map(String).sort()).toEqual(expected.map(String).sort())
  })
})

describe.each(['finishTask', 'signFor', 'monthlyReport', 'recheck', 'enterEvent'] as const)(
  'every step of %s',
  (kind) => {
    // Spans from none to two months, begun before, at and after a weekend.
    const spans = [0, 1, 2, 3, 5, 10, 60].flatMap((days) =>
      daysFrom('2018-06-08', 4).map((madeOn) => owed(kind, madeOn, addDays(madeOn, days))),
    )

    it('comes once: no name twice, no two on a day', () => {
      for (const of of spans) {
        const steps = daysFrom(addDays(of.madeOn, -31), 130).flatMap((day) =>
          stepsOn(of, day, weekends, defaultSettings),
        )
        expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length)
        expect(steps.every(({ on }) => on >= of.madeOn)).toBe(true)
      }
    })

    it('is found by going from one to the next, and none between is passed over', () => {
      for (const of of spans) {
        const last = addDays(of.dueOn, 40)
        const days = daysFrom(addDays(of.madeOn, -1), 102).filter((day) => day <= last)
        const bySearch = days.filter((day) => stepOn(of, day, weekends, defaultSettings) !== null)
        const byNext: IsoDay[] = []
        let next = nextStepAfter(of, addDays(of.madeOn, -2), weekends, defaultSettings)
        while (next !== null && next <= last) {
          byNext.push(next)
          next = nextStepAfter(of, next, weekends, defaultSettings)
        }
        expect(byNext).toEqual(bySearch)
      }
    })
  },
)

describe('a moved deadline', () => {
  it('runs its own steps: the same step has another key', () => {
    const before = { id: 'task.t1.finishTask.end', dueOn: '2018-12-31' }
    const after = { ...before, dueOn: '2019-03-31' }
    const step = { name: 'before-3' }
    expect(messageKey(before, step, 'p')).toBe(messageKey({ ...before }, step, 'p'))
    expect(messageKey(before, step, 'p')).not.toBe(messageKey(after, step, 'p'))
    expect(messageKey(before, step, 'p')).not.toBe(messageKey(before, { name: 'before-1' }, 'p'))
    expect(messageKey(before, step, 'p')).not.toBe(messageKey(before, step, 'q'))
  })
})

describe('a notifier that missed days', () => {
  const task = owed('finishTask', '2018-06-01', '2018-12-31')

  it('sends the latest of the missed steps and no older one', () => {
    const step = latestStepIn(task, '2018-12-01', '2018-12-29', weekends, defaultSettings)
    expect(step).toMatchObject({ name: 'before-3', on: '2018-12-28', daysLeft: 3 })
  })

  it('sends nothing where nothing was missed', () => {
    expect(latestStepIn(task, '2018-12-02', '2018-12-23', weekends, defaultSettings)).toBeNull()
  })
})

describe('the plan of reminders', () => {
  it('begins with today and ends at the limit', () => {
    const task = owed('finishTask', '2018-06-01', '2018-12-31')
    const names = comingSteps(task, '2018-12-28', 3, weekends, defaultSettings).map(
      ({ name }) => name,
    )
    expect(names).toEqual(['before-3', 'before-1', 'before-0'])
    expect(nextStepFrom(task, '2018-12-28', weekends, defaultSettings)).toBe('2018-12-28')
    expect(nextStepAfter(task, '2018-12-28', weekends, defaultSettings)).toBe('2018-12-30')
  })
})
