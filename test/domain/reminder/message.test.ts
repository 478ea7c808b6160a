import { beijingInstant } from '@/domain/calendar/day'
import {
  atOnceSendAt,
  isQuiet,
  nextDigestAt,
  planDigest,
  type PlannedStep,
} from '@/domain/reminder/message'
import type { Obligation } from '@/domain/reminder/obligation'
import { defaultSettings } from '@/domain/settings'

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
  personId: null,
  roles: ['unitStaff'],
  regionCode: '440981',
  hiddenFrom: [],
  open: true,
  nextStepOn: dueOn,
})
const planned = (personId: string, id: string, dueOn: string): PlannedStep => ({
  personId,
  obligation: obligation(id, dueOn),
  step: { name: 'before-3', on: '2018-12-28', daysLeft: 3, to: ['owner'] },
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

  it('goes out at its hour, today or tomorrow', () => {
    const nine = beijingInstant('2018-06-04', 9)
    expect(nextDigestAt(nine - 1, defaultSettings)).toBe(nine)
    expect(nextDigestAt(nine, defaultSettings)).toBe(nine)
    expect(nextDigestAt(nine + 1, defaultSettings)).toBe(beijingInstant('2018-06-05', 9))
  })
})

describe('quiet hours', () => {
  const at = (hour: number, minutes = 0) => beijingInstant('2018-06-04', hour) + minutes * 60_000

  it('run from 21:00 to before 08:00 in Beijing', () => {
    expect(isQuiet(at(20, 59), defaultSettings)).toBe(false)
    expect(isQuiet(at(21), defaultSettings)).toBe(true)
    expect(isQuiet(at(0), defaultSettings)).toBe(true)
    expect(isQuiet(at(7, 59), defaultSettings)).toBe(true)
    expect(isQuiet(at(8), defaultSettings)).toBe(false)
  })

  it('hold news back until they end, on the same or the next morning', () => {
    expect(atOnceSendAt(at(12), defaultSettings)).toBe(at(12))
    expect(atOnceSendAt(at(2), defaultSettings)).toBe(at(8))
    expect(atOnceSendAt(at(22), defaultSettings)).toBe(beijingInstant('2018-06-05', 8))
  })

  it('may also lie within one day', () => {
    const midday = { quietFromHour: 12, quietToHour: 14 }
    expect(isQuiet(at(13), midday)).toBe(true)
    expect(isQuiet(at(14), midday)).toBe(false)
    expect(atOnceSendAt(at(13), midday)).toBe(at(14))
  })
})
