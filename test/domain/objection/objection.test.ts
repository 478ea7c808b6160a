import { beijingDay } from '@/domain/calendar/day'
import { isOpenObjection, objectionStates } from '@/domain/objection/objection'
import {
  admitObjection,
  endObjection,
  lodgeObjection,
  summarizeObjection,
} from '@/domain/objection/transitions'
import type { Actor } from '@/domain/organization/actor'
import { obligationsOfObjection } from '@/domain/objection/owed'
import { actor, city, county, resident } from '../actors'
import { objectedTask, objection } from '../builders'
import { calendarOf, on } from '../calendars'
import { refusalOf } from '../refusals'

const office = actor('coordinator')
const intake = actor('intake')
const said = {
  id: 'o1',
  taskId: 'task-1',
  ground: 'notInPlace',
  words: 'still smells',
  contactPhone: '13800000000',
} as const
const lodge = (today: string, task = objectedTask(), by: Actor = resident) =>
  lodgeObjection(said, task, by, on(today))

describe('an objection', () => {
  it('is lodged from the first to the last day of the notice, before its check and after', () => {
    expect(lodge('2018-06-04').dueOn).toBe('2018-06-07')
    expect(lodge('2018-06-15').state).toBe('lodged')
    expect(lodge('2018-06-15', objectedTask({ taskState: 'preNotice' })).state).toBe('lodged')
    expect(refusalOf(() => lodge('2018-06-16'))).toBe('OBJECTION.CLOSED')
    for (const taskState of ['verifying', 'awaitingApproval', 'inProgress', 'closed'] as const)
      expect(refusalOf(() => lodge('2018-06-05', objectedTask({ taskState })))).toBe(
        'OBJECTION.CLOSED',
      )
  })

  it('is received to the last millisecond of the last day, Beijing time, and not at midnight', () => {
    const received = (instant: string) => lodge(beijingDay(Date.parse(instant)))
    expect(received('2018-06-15T23:59:59.999+08:00').state).toBe('lodged')
    expect(refusalOf(() => received('2018-06-16T00:00:00.000+08:00'))).toBe('OBJECTION.CLOSED')
    expect(refusalOf(() => received('2018-06-03T23:59:59.999+08:00'))).toBe('OBJECTION.CLOSED')
    expect(received('2018-06-04T00:00:00.000+08:00').state).toBe('lodged')
  })

  it('is taken past the day counted so far while the calendar of that year is not published', () => {
    const notice = { from: '2018-12-25', workingDays: 10 }
    const until2018 = calendarOf({}, (year) => year <= 2018)
    const late = (calendar: typeof until2018) =>
      lodgeObjection(said, objectedTask({ notice }), resident, on('2019-02-01', calendar))
    expect(late(until2018).state).toBe('lodged')
    expect(refusalOf(() => late(calendarOf()))).toBe('OBJECTION.CLOSED')
  })

  it('is nobody’s about themselves: neither a firm’s nor a unit’s that did the work', () => {
    for (const unitId of ['plant', 'doer']) {
      const own = { ...resident, belongsTo: [unitId] }
      expect(refusalOf(() => lodge('2018-06-05', objectedTask(), own))).toBe('OBJECTION.OWN_CAUSE')
    }
    const other = { ...resident, belongsTo: ['other-plant'] }
    expect(lodge('2018-06-05', objectedTask(), other).state).toBe('lodged')
  })

  it('says what and why, and how to reach who says it', () => {
    const without = (more: object) =>
      refusalOf(() =>
        lodgeObjection({ ...said, ...more }, objectedTask(), resident, on('2018-06-04')),
      )
    expect(without({ words: ' ' })).toBe('TASK.REASON_REQUIRED words')
    expect(without({ contactPhone: '' })).toBe('OBJECTION.CONTACT_REQUIRED contactPhone')
  })

  it('is decided on intake’s 摘要 only, with a reply either way', () => {
    const bare = objection({ summary: null })
    expect(refusalOf(() => admitObjection(bare, office, on('2018-06-05')))).toBe(
      'FEEDBACK.SUMMARY_REQUIRED',
    )
    const given = { summary: 'black water', clearedPhotoIds: [] }
    const read = summarizeObjection(bare, given, intake, on('2018-06-05'))
    const admitted = admitObjection(read, office, on('2018-06-05'))
    expect(admitted).toMatchObject({ state: 'admitted', dueOn: '2018-06-26' })
    const end = (event: 'dismissObjection' | 'upholdObjection' | 'rejectObjection', reply = 'x') =>
      endObjection(admitted, event, reply, office, on('2018-06-06'))
    expect(refusalOf(() => end('upholdObjection', ' '))).toBe('TASK.REASON_REQUIRED reply')
    expect(end('upholdObjection').state).toBe('upheld')
    expect(end('rejectObjection')).toMatchObject({ state: 'rejected', reply: 'x' })
    expect(refusalOf(() => end('dismissObjection'))).toBe('THING.STATE')
  })

  it('is decided by no office whose people do the work: the region above does', () => {
    const doing = actor('coordinator', { regionCode: county, unitId: 'doer' })
    const also = actor('coordinator', { regionCode: county, belongsTo: ['doer'] })
    for (const own of [doing, also])
      expect(refusalOf(() => admitObjection(objection(), own, on('2018-06-05')))).toBe(
        'ACCESS.UNIT',
      )
    const above = actor('coordinator', { regionCode: city })
    expect(admitObjection(objection(), above, on('2018-06-05')).state).toBe('admitted')
  })

  it('is owed by intake until its 摘要, then by the office, and no unit at work learns of it', () => {
    const owed = (more: Parameters<typeof objection>[0]) =>
      obligationsOfObjection(objection(more), { ...on('2018-06-04'), rootRegion: city }).map(
        ({ kind, dueOn, roles, hiddenFrom }) => [kind, dueOn, ...roles, ...hiddenFrom].join(' '),
      )
    expect(owed({ summary: null })).toEqual(['summarizeObjection 2018-06-05 intake lead doer'])
    expect(owed({})).toEqual(['decideObjection 2018-06-07 coordinator lead doer'])
    expect(owed({ state: 'admitted', decidedOn: '2018-06-05', dueOn: '2018-06-26' })).toEqual([
      'decideObjection 2018-06-26 coordinator lead doer',
    ])
  })

  it('holds the notice open while it is lodged or admitted', () => {
    expect(objectionStates.filter(isOpenObjection)).toEqual(['lodged', 'admitted'])
  })
})
