import { addDays, type IsoDay } from '@/domain/calendar/day'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import { obligationKinds, type ObligationKind } from '@/domain/reminder/kinds'
import {
  comingSteps,
  nextStepAfter,
  nextStepFrom,
  stepOn,
  stepToTell,
} from '@/domain/reminder/steps'
import { nominalAfter } from '@/domain/reminder/nominal-steps'
import { messageKey } from '@/domain/reminder/message'
import { defaultSettings } from '@/domain/settings'
import { bookOf } from '@/domain/settings-book'
import { calendarOf, everyDay, weekends } from '../calendars'

const owed = (
  kind: ObligationKind,
  madeOn: IsoDay,
  dueOn: IsoDay,
  risesOn: IsoDay | null = null,
) => ({ kind, madeOn, dueOn, risesOn })
const daysFrom = (first: IsoDay, count: number): IsoDay[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))
const counting = (calendar: WorkCalendar, settings = defaultSettings) => ({
  calendar,
  settings: bookOf([{ settings, inForceFrom: '2000-01-01' }]),
})
const worked = counting(everyDay)
const stepsOf = (of: ReturnType<typeof owed>, first: IsoDay, count: number, by = worked) =>
  daysFrom(first, count).flatMap((day) => stepOn(of, day, by) ?? [])
const walked = (of: ReturnType<typeof owed>, first: IsoDay, count: number, calendar = everyDay) =>
  stepsOf(of, first, count, counting(calendar)).map(
    ({ name, on, to }) => `${on} ${name} ${to.at(-1)}`,
  )

describe('a task, measure, milestone or agreement node', () => {
  it('is told 30, 7, 3, 1 and 0 days before, then weekly, and further up as it grows urgent', () => {
    expect(walked(owed('finishTask', '2018-06-01', '2018-12-31'), '2018-06-01', 230)).toEqual([
      '2018-12-01 before-30 owner',
      '2018-12-24 before-7 owner',
      '2018-12-28 before-3 unitLeader',
      '2018-12-30 before-1 unitLeader',
      '2018-12-31 before-0 unitLeader',
      '2019-01-07 overdue-1 weeklySummary',
      '2019-01-14 overdue-2 weeklySummary',
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
    expect(walked(late, '2018-12-20', 30)).toEqual(['2019-01-14 overdue-2 weeklySummary'])
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
      stepsOf(
        owed(kind, '2018-06-04', '2018-06-15'),
        '2018-06-04',
        17,
        counting(everyDay, settings),
      ).map(({ on, name, to }) => `${on} ${name} ${to.at(-1)}`)
    expect(steps('finishTask')).toEqual([
      '2018-06-05 before-10 unitLeader',
      '2018-06-20 overdue-1 weeklySummary',
    ])
    expect(steps('signFor')).toEqual([
      '2018-06-09 half owner',
      '2018-06-11 before-4 owner',
      '2018-06-16 overdue-1 unitLeader',
      '2018-06-17 overdue-2 coordinator',
      '2018-06-18 overdue-3 coordinator',
      '2018-06-19 overdue-4 coordinator',
      '2018-06-20 overdue-5 coordinator',
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
    expect(
      walked(owed('answerFeedback', '2018-06-10', '2018-08-09'), '2018-06-10', 72, weekends),
    ).toEqual([
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
  it('has in a span of days exactly those that lie in it, its first and its last among them', () => {
    const report = owed('monthlyReport', '2018-06-01', '2018-06-25')
    const between = (from: IsoDay, to: IsoDay) =>
      nominalAfter(report, from, to, worked).map(({ on, name }) => `${on} ${name}`)
    expect(between('2018-06-26', '2018-06-28')).toEqual([
      '2018-06-26 overdue-1',
      '2018-06-28 overdue-2',
    ])
    expect(between('2018-06-27', '2018-06-28')).toEqual(['2018-06-28 overdue-2'])
    expect(between('2018-06-25', '2018-06-27')).toEqual(['2018-06-26 overdue-1'])
    expect(between('2018-06-29', '2018-07-30')).toEqual([])
  })

  it('is told 5, 2 and 0 days before closing and 1 and 3 after, to the reporter, leader, coordinator', () => {
    const report = owed('monthlyReport', '2018-06-01', '2018-06-25')
    expect(walked(report, '2018-06-01', 60)).toEqual([
      '2018-06-20 before-5 owner',
      '2018-06-23 before-2 owner',
      '2018-06-25 before-0 owner',
      '2018-06-26 overdue-1 unitLeader',
      '2018-06-28 overdue-2 coordinator',
    ])
    expect(nextStepAfter(report, '2018-06-28', worked)).toBeNull()
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
      expect(nextStepAfter(watched, '2018-06-15', worked)).toBeNull()
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
    'half before-3 before-1 before-0 overdue-1 overdue-2 overdue-3': [
      'signFor',
      'sayOnDraft',
      'answerDraftOpinion',
      'reassign',
      'submitPlan',
      'approvePlan',
      'admitFeedback',
      'assignFeedback',
      'answerFeedback',
      'releaseAnswer',
      'secondLook',
      'answerTimeline',
      'visitResident',
      'signTimeline',
      'confirmNode',
      'checkSecrecy',
      'checkOpenness',
      'signShare',
      'selfCheck',
      'signSelfCheck',
      'nameChain',
      'requestCloseOut',
      'verify',
      'confirmCheck',
      'publishNotice',
      'approveCloseOut',
      'reopen',
      'decideObjection',
      'summarizeObjection',
      'giveOpinion',
      'summarizeOpinions',
      'answerOpinions',
      'releaseSummary',
      'decideExtension',
      'handInPlan',
      'notifyVisit',
      'recordVisit',
    ],
    'before-5 before-2 before-0 overdue-1 overdue-2': ['monthlyReport'],
    'before-3 before-0': ['mediateTimeline', 'noticeEnds', 'recheck'],
    'before-0': ['enterEvent', 'moveOn', 'recordUpper'],
  }

  it('has the steps of its row', () => {
    const found = obligationKinds.map((kind) => {
      const of = owed(kind, '2018-10-01', '2018-11-30')
      const names = stepsOf(of, '2018-10-01', 70).map(({ name }) => name)
      return [kind, [...new Set(names)].join(' ')]
    })
    const expected = Object.entries(plans).flatMap(([names, kinds]) =>
      kinds.map((kind) => [kind, names]),
    )
    expect(found.map(String).sort()).toEqual(expected.map(String).sort())
  })
})

/** Steps by going from one to the next, up to and including a day. */
const stepsUntil = (of: ReturnType<typeof owed>, last: IsoDay, calendar: WorkCalendar) => {
  const by = counting(calendar)
  const steps = []
  let on = nextStepAfter(of, addDays(of.madeOn, -40), by)
  while (on !== null && on <= last) {
    steps.push(stepOn(of, on, by))
    on = nextStepAfter(of, on, by)
  }
  return steps.flatMap((step) => step ?? [])
}

describe.each(['finishTask', 'signFor', 'monthlyReport', 'moveOn'] as const)(
  'every step of %s',
  (kind) => {
    const nationalDay = calendarOf({
      holidays: daysFrom('2018-06-18', 5),
      makeUp: ['2018-06-16', '2018-06-24'],
    })
    const calendars = [everyDay, weekends, nationalDay]
    // Spans from none to two months, begun before, at, in and after a weekend and a long holiday.
    const spans = [0, 1, 3, 40].flatMap((days) =>
      ['2018-06-08', '2018-06-09', '2018-06-15', '2018-06-16', '2018-06-18', '2018-06-23'].map(
        (madeOn) => owed(kind, madeOn, addDays(madeOn, days), addDays(madeOn, days + 20)),
      ),
    )

    it('is told once, on a working day, and none before the thing was made', () => {
      for (const calendar of calendars)
        for (const of of spans) {
          const steps = stepsUntil(of, addDays(of.dueOn, 40), calendar)
          const names = steps.flatMap(({ name, with: others }) => [name, ...others])
          expect(names.length).toBeGreaterThan(0)
          expect(new Set(names).size).toBe(names.length)
          expect(steps.filter(({ on }) => on < of.madeOn || !calendar.isWorkingDay(on))).toEqual([])
        }
    })

    it('is not lost to a holiday: up to the due day they are those of days that are all worked', () => {
      const named = (of: ReturnType<typeof owed>, calendar: WorkCalendar) =>
        stepsUntil(of, addDays(of.dueOn, 10), calendar)
          .flatMap(({ name, with: others }) => [name, ...others])
          .filter((name) => !/^(overdue|risen)/.test(name))
          .sort()
      for (const of of spans)
        for (const calendar of [weekends, nationalDay])
          expect(named(of, calendar)).toEqual(named(of, everyDay))
    })

    it('is found by going from one to the next, and none between is passed over', () => {
      for (const calendar of [weekends, nationalDay])
        for (const of of spans.filter((_of, place) => place % 5 === 0)) {
          const last = addDays(of.dueOn, 30)
          const days = daysFrom(addDays(of.madeOn, -1), 95).filter((day) => day <= last)
          const bySearch = days.filter((day) => stepOn(of, day, counting(calendar)) !== null)
          expect(stepsUntil(of, last, calendar).map(({ on }) => on)).toEqual(bySearch)
        }
    })
  },
)

describe('a step on a day that is not worked', () => {
  // 1–7 October 2018 off, 29 and 30 September worked at the weekend; 8 October is a Monday.
  const nationalDay = calendarOf({
    holidays: daysFrom('2018-10-01', 5),
    makeUp: ['2018-09-29', '2018-09-30'],
  })
  const told = (of: ReturnType<typeof owed>, first: IsoDay, count: number) =>
    stepsOf(of, first, count, counting(nationalDay)).map(
      ({ on, name, with: others, daysLeft, to }) => [on, name, others, daysLeft, to.at(-1)],
    )

  it('up to the due day goes with the last working day before, and tells the days left from there', () => {
    expect(told(owed('finishTask', '2018-06-01', '2018-10-08'), '2018-09-20', 19)).toEqual([
      // 7, 3 and 1 days before are 1, 5 and 7 October.
      ['2018-09-30', 'before-1', ['before-3', 'before-7'], 8, 'unitLeader'],
      ['2018-10-08', 'before-0', [], 0, 'unitLeader'],
    ])
  })

  it('overdue goes with the first working day after', () => {
    expect(told(owed('finishTask', '2018-06-01', '2018-09-27'), '2018-09-28', 20)).toEqual([
      ['2018-10-08', 'overdue-1', [], -11, 'weeklySummary'],
      ['2018-10-11', 'overdue-2', [], -14, 'weeklySummary'],
    ])
  })

  it('is told to everybody whom a step names that meets it there', () => {
    const report = owed('monthlyReport', '2018-09-01', '2018-10-01')
    expect(told(report, '2018-09-20', 20)).toEqual([
      ['2018-09-26', 'before-5', [], 5, 'owner'],
      ['2018-09-29', 'before-2', [], 2, 'owner'],
      ['2018-09-30', 'before-0', [], 1, 'owner'],
      ['2018-10-08', 'overdue-1', ['overdue-2'], -7, 'coordinator'],
    ])
  })

  it('of a thing made in the holiday itself goes with the first working day after it', () => {
    expect(told(owed('signFor', '2018-10-03', '2018-10-06'), '2018-09-25', 18)).toEqual([
      ['2018-10-08', 'before-0', ['before-1', 'half', 'before-3'], -2, 'owner'],
      ['2018-10-10', 'overdue-1', [], -4, 'unitLeader'],
    ])
  })
})

describe('what the coordinator owes', () => {
  const steps = (of: ReturnType<typeof owed>, count: number) =>
    stepsOf(of, of.madeOn, count, counting(weekends)).map(
      ({ on, name, to }) => `${on} ${name} ${to.at(-1)}`,
    )

  it('and nothing else names is asked for every 20 working days, from the second time higher up', () => {
    // Made on a Monday: 20 working days are four weeks.
    const waiting = owed('moveOn', '2018-06-04', '2018-07-02', '2018-07-30')
    expect(steps(waiting, 90)).toEqual([
      '2018-07-02 before-0 owner',
      '2018-07-30 overdue-1 cityLeader',
      '2018-08-27 overdue-2 cityLeader',
    ])
  })

  it('rises on its day and again every 20 working days, whatever its own steps are', () => {
    const mediation = owed('mediateTimeline', '2018-06-04', '2018-06-18', '2018-06-19')
    expect(steps(mediation, 60)).toEqual([
      '2018-06-15 before-3 owner',
      '2018-06-18 before-0 owner',
      '2018-06-19 risen-1 cityLeader',
      '2018-07-17 risen-2 cityLeader',
    ])
  })

  it('never ends: there is always another step', () => {
    const mediation = owed('mediateTimeline', '2018-06-04', '2018-06-18', '2018-06-19')
    expect(nextStepAfter(mediation, '2028-06-19', counting(weekends))).not.toBeNull()
  })
})

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

  it('tells the one nearest the due day, counted from today, and the others count as told', () => {
    expect(stepToTell(task, '2018-12-01', '2018-12-29', worked)).toEqual({
      name: 'before-3',
      with: ['before-7', 'before-30'],
      on: '2018-12-29',
      daysLeft: 2,
      to: ['owner', 'unitLeader'],
    })
  })

  it('tells nothing where nothing was missed', () => {
    expect(stepToTell(task, '2018-12-02', '2018-12-23', worked)).toBeNull()
  })
})

describe('the plan of reminders', () => {
  it('begins with today and ends at the limit', () => {
    const task = owed('finishTask', '2018-06-01', '2018-12-31')
    const names = comingSteps(task, '2018-12-28', 3, worked).map(({ name }) => name)
    expect(names).toEqual(['before-3', 'before-1', 'before-0'])
    expect(nextStepFrom(task, '2018-12-28', worked)).toBe('2018-12-28')
    expect(nextStepAfter(task, '2018-12-28', worked)).toBe('2018-12-30')
  })
})
