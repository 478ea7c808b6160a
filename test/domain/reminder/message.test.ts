import { beijingInstant } from '@/domain/calendar/day'
import {
  atOnceSendAt,
  digestAfter,
  digestSendAt,
  isQuiet,
  nextDigestAt,
  planDigest,
  type PlannedStep,
  weeklySummaryAt,
} from '@/domain/reminder/message'
import type { Obligation } from '@/domain/reminder/obligation'
import { defaultSettings } from '@/domain/settings'
import { bookOf, defaultBook } from '@/domain/settings-book'
import { calendarOf } from '../calendars'

/** National Day 2018: 1–5 October off, 29 and 30 September worked at the weekend. */
const nationalDay = calendarOf({
  holidays: ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05'],
  makeUp: ['2018-09-29', '2018-09-30'],
})

const obligation = (id: string, dueOn: string): Obligation => ({
  id,
  kind: 'finishTask',
  thing: 'task',
  thingId: 't1',
  node: 'end',
  title: 'sewage',
  dueOn,
  madeOn: '2018-06-01',
  unitId: 'lead',
  signerOwes: false,
  heldBy: null,
  notBy: [],
  roles: ['unitStaff'],
  regionCode: '440981',
  hiddenFrom: [],
  risesOn: null,
  provisional: false,
  open: true,
  nextStepOn: dueOn,
})
const planned = (personId: string, id: string, dueOn: string): PlannedStep => ({
  personId,
  obligation: obligation(id, dueOn),
  step: { name: 'before-3', with: [], on: '2018-12-28', daysLeft: 3, to: ['owner'] },
})

describe('the digest of a day', () => {
  it('is one for each person, the most pressing thing first', () => {
    const digests = planDigest([
      planned('a', 'two', '2018-12-31'),
      planned('b', 'two', '2018-12-31'),
      planned('a', 'one', '2018-12-20'),
    ])
    expect(
      digests.map(({ personId, dueOn, entries }) => [
        personId,
        dueOn,
        entries.map((entry) => entry.obligation.id),
      ]),
    ).toEqual([
      ['a', '2018-12-20', ['one', 'two']],
      ['b', '2018-12-31', ['two']],
    ])
  })

  it('tells a person once who is both owner and leader', () => {
    const [digest] = planDigest([
      planned('a', 'one', '2018-12-31'),
      planned('a', 'one', '2018-12-31'),
    ])
    expect(digest?.entries.map(({ key }) => key)).toEqual(['one.2018-12-31.before-3.a'])
  })

  it('is none without steps', () => {
    expect(planDigest([])).toEqual([])
  })

  const next = (now: number) => nextDigestAt(now, nationalDay, defaultBook)

  it('goes out at its hour, today or on the next working day', () => {
    const nine = beijingInstant('2018-06-04', 9)
    expect(next(nine - 1)).toBe(nine)
    expect(next(nine)).toBe(nine)
    expect(next(nine + 1)).toBe(beijingInstant('2018-06-05', 9))
    expect(digestAfter(nine - 1, nationalDay, defaultBook)).toBe(beijingInstant('2018-06-05', 9))
  })

  it('goes out on no weekend and no holiday, but on a make-up workday', () => {
    expect(next(beijingInstant('2018-06-09', 3))).toBe(beijingInstant('2018-06-11', 9))
    expect(next(beijingInstant('2018-09-28', 10))).toBe(beijingInstant('2018-09-29', 9))
    expect(next(beijingInstant('2018-09-30', 10))).toBe(beijingInstant('2018-10-08', 9))
  })

  it('kept back rings neither at night nor on a holiday', () => {
    const sendAt = (day: string, hour: number) =>
      digestSendAt(beijingInstant(day, hour), nationalDay, defaultBook)
    expect(sendAt('2018-06-04', 9)).toBe(beijingInstant('2018-06-04', 9))
    expect(sendAt('2018-06-04', 22)).toBe(beijingInstant('2018-06-05', 8))
    expect(sendAt('2018-06-08', 22)).toBe(beijingInstant('2018-06-11', 8))
    expect(sendAt('2018-06-09', 10)).toBe(beijingInstant('2018-06-11', 8))
  })
})

describe("the coordinator's summary of the week", () => {
  const summary = (day: string) => weeklySummaryAt(beijingInstant(day, 9), nationalDay, defaultBook)

  it('goes out on the first working day of a week, the present one or the next', () => {
    expect(summary('2018-06-04')).toBe(beijingInstant('2018-06-04', 9))
    expect(summary('2018-06-05')).toBe(beijingInstant('2018-06-11', 9))
    expect(summary('2018-06-08')).toBe(beijingInstant('2018-06-11', 9))
  })

  it('waits over a week without any', () => {
    // The make-up Sunday still belongs to the week before the holiday.
    expect(summary('2018-09-25')).toBe(beijingInstant('2018-10-08', 9))
    expect(summary('2018-09-30')).toBe(beijingInstant('2018-10-08', 9))
  })

  it('goes out later in a week that begins with a holiday', () => {
    const until3 = calendarOf({ holidays: ['2018-10-01', '2018-10-02'] })
    const at = weeklySummaryAt(beijingInstant('2018-09-26', 9), until3, defaultBook)
    expect(at).toBe(beijingInstant('2018-10-03', 9))
  })
})

describe('quiet hours', () => {
  const at = (hour: number, minutes = 0) => beijingInstant('2018-06-04', hour) + minutes * 60_000

  it('run from 21:00 to before 08:00 in Beijing', () => {
    expect(isQuiet(at(20, 59), defaultBook)).toBe(false)
    expect(isQuiet(at(21), defaultBook)).toBe(true)
    expect(isQuiet(at(0), defaultBook)).toBe(true)
    expect(isQuiet(at(7, 59), defaultBook)).toBe(true)
    expect(isQuiet(at(8), defaultBook)).toBe(false)
  })

  it('hold news back until they end, on the same or the next morning', () => {
    expect(atOnceSendAt(at(12), defaultBook)).toBe(at(12))
    expect(atOnceSendAt(at(2), defaultBook)).toBe(at(8))
    expect(atOnceSendAt(at(22), defaultBook)).toBe(beijingInstant('2018-06-05', 8))
  })

  it('may also lie within one day', () => {
    const settings = { ...defaultSettings, quietFromHour: 12, quietToHour: 14 }
    const midday = bookOf([{ settings, inForceFrom: '2018-01-01' }])
    expect(isQuiet(at(13), midday)).toBe(true)
    expect(isQuiet(at(14), midday)).toBe(false)
    expect(atOnceSendAt(at(13), midday)).toBe(at(14))
  })
})
