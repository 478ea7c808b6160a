import { obligationsOfTask } from '@/domain/task/owed'
import { partsOf } from '@/domain/task/part'
import { reportDone } from '@/domain/task/part-transitions'
import { finalDueOn, nextNodeDueOn } from '@/domain/task/schedule'
import type { SiteRow } from '@/domain/task/site-list'
import { setSites } from '@/domain/task/transitions'
import { reassign } from '@/domain/task/assignment-transitions'
import type { RectificationTask } from '@/domain/task/task'
import { actor, leaderOf, staffOf } from '../actors'
import { assignment, measure, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const today = '2018-11-05'
const facts = taskFacts(on(today))
const office = actor('coordinator')

const row = (name: string, unitId = 'doer'): SiteRow => ({ name, place: `${name}村`, unitId })
const listed = (
  running: RectificationTask,
  sites: readonly SiteRow[],
  removed: readonly string[] = [],
) => setSites(running, { measureId: 'm1', sites, removed }, staffOf('lead'), facts)

const underway = (change: Partial<RectificationTask> = {}) =>
  task({
    state: 'inProgress',
    measures: [measure({ id: 'm1' })],
    assignments: [planned('lead'), planned('doer')],
    ...change,
  })

const done = (running: RectificationTask, name: string, day = today) =>
  reportDone(
    running,
    `site.m1.${name}`,
    { on: day, words: '已封场', photoIds: ['p'], fileIds: [], paperNumber: null },
    staffOf('doer'),
    on(today),
  )
const owed = (running: RectificationTask, unitId: string) =>
  obligationsOfTask(
    running,
    { since: today, release: { secrecy: null, openness: null } },
    { ...on(today), rootRegion: '440900' },
  ).filter((each) => each.unitId === unitId && each.kind === 'finishMeasure')

describe('a site list', () => {
  it('keeps the point that was picked when its row comes again, and takes another one', () => {
    const point = { latitude: 21.6, longitude: 110.9 }
    const picked = listed(underway(), [{ ...row('王'), point }, row('李')])
    const again = listed(picked, [row('王'), { ...row('李'), place: '李村东' }])
    expect(again.measures[0]!.sites.map((site) => site.point)).toEqual([point, undefined])
    const other = { latitude: 21.7, longitude: 110.9 }
    const moved = listed(again, [{ ...row('王'), point: other }])
    expect(moved.measures[0]!.sites[0]!.point).toEqual(other)
    // What was said done stays where it was when it was said.
    const said = done(moved, '王')
    expect(refusalOf(() => listed(said, [{ ...row('王'), point }]))).toBe(
      'TASK.DONE_STAYS sites.0.name',
    )
    expect(listed(said, [row('王')]).measures[0]!.sites[0]!.point).toEqual(other)
  })

  it('makes a part of each site, with its place; the measure is done by the last and never by itself', () => {
    let running = listed(underway(), [row('王'), row('李')])
    expect(partsOf(running).map(({ id, place }) => [id, place])).toEqual([
      ['site.m1.王', '王村'],
      ['site.m1.李', '李村'],
    ])
    const byItself = () =>
      reportDone(
        running,
        'measure.m1.doer',
        { on: today, words: '都好了', photoIds: ['p'], fileIds: [], paperNumber: null },
        staffOf('doer'),
        on(today),
      )
    expect(refusalOf(byItself)).toBe('THING.NOT_FOUND')
    running = done(running, '王', '2018-11-01')
    expect(running.measures[0]?.doneOn).toBeNull()
    running = done(running, '李', '2018-11-03')
    expect(running.measures[0]?.doneOn).toBe('2018-11-03')
  })

  it('changes nothing when it comes again, and a name is the same place', () => {
    const once = listed(underway(), [row('王'), row('李')])
    expect(listed(once, [row('王'), row('李')])).toEqual(once)
    const moved = listed(once, [{ ...row('王'), place: '别处' }])
    expect(moved.measures[0]?.sites.map(({ place }) => place)).toEqual(['别处', '李村'])
    expect(listed(once, [], ['王']).measures[0]?.sites.map(({ name }) => name)).toEqual(['李'])
  })

  it('leaves alone what was said done, and a measure that was said done by itself', () => {
    const once = done(listed(underway(), [row('王'), row('李')]), '王')
    expect(refusalOf(() => listed(once, [{ ...row('王'), place: '别处' }]))).toBe(
      'TASK.DONE_STAYS sites.0.name',
    )
    expect(refusalOf(() => listed(once, [], ['王']))).toBe('TASK.DONE_STAYS removed')
    expect(listed(once, [row('王'), row('赵')]).measures[0]?.sites).toHaveLength(3)
    const said = reportDone(
      underway(),
      'measure.m1.doer',
      { on: today, words: '都好了', photoIds: ['p'], fileIds: [], paperNumber: null },
      staffOf('doer'),
      on(today),
    )
    expect(refusalOf(() => listed(said, [row('王')]))).toBe('TASK.DONE_STAYS measureId')
  })

  it('belongs to units that owe the measure, on a measure that there is, up to the most', () => {
    expect(refusalOf(() => listed(underway(), [row('王'), row('李', 'stranger')]))).toBe(
      'TASK.SITE_UNIT sites.1.unitId',
    )
    const elsewhere = { measureId: 'm9', sites: [row('王')], removed: [] }
    expect(refusalOf(() => setSites(underway(), elsewhere, office, facts))).toBe(
      'THING.NOT_FOUND measureId',
    )
    const many = Array.from({ length: 200 }, (_, index) => row(`第${index}处`))
    const full = listed(underway(), many)
    expect(full.measures[0]?.sites).toHaveLength(200)
    expect(refusalOf(() => listed(full, [row('再一处')]))).toBe('TASK.SITES_TOO_MANY sites')
  })

  it('owes nothing of it to a unit without a site, and lets nothing be behind for it', () => {
    const bare = underway({ deadline: { ...task().deadline, countedOn: '2019-12-31' } })
    expect(owed(bare, 'lead')).toHaveLength(1)
    const running = listed(bare, [row('王'), row('李')])
    expect([owed(running, 'lead'), owed(running, 'doer').length]).toEqual([[], 1])
    // One site is a share as well as two.
    expect(owed(listed(bare, [row('王')]), 'doer')).toHaveLength(1)
    expect(owed(listed(bare, [row('王'), row('李', 'lead')]), 'doer')).toHaveLength(1)
    // The lead's own day of the measure counts no more: no site is the lead's.
    const early = { assignments: [planned('lead', '2018-11-01'), planned('doer')] }
    expect(nextNodeDueOn({ ...bare, ...early })).toBe('2018-11-01')
    expect(nextNodeDueOn({ ...running, ...early })).toBe('2018-12-01')
    const all = done(done(running, '王'), '李')
    expect([owed(all, 'lead'), owed(all, 'doer')]).toEqual([[], []])
    expect(finalDueOn(all)).toBe('2019-12-31')
  })

  it('follows a share that goes to another unit', () => {
    const returned = underway({
      state: 'assigned',
      assignments: [planned('lead'), assignment('doer', { state: 'returned' })],
    })
    const given = { fromUnitId: 'doer', toUnitId: 'helper', reason: 'not theirs' }
    const moved = reassign(listed(returned, [row('王')]), given, office, on(today))
    expect(moved.measures[0]?.sites[0]?.unitId).toBe('helper')
  })

  it('is the lead’s and the office’s, between assignment and self-check', () => {
    const by = (who: Parameters<typeof setSites>[2], state: RectificationTask['state']) =>
      setSites(
        underway({ state }),
        { measureId: 'm1', sites: [row('王')], removed: [] },
        who,
        facts,
      )
    expect(by(leaderOf('lead'), 'assigned').measures[0]?.sites).toHaveLength(1)
    expect(by(office, 'inProgress').measures[0]?.sites).toHaveLength(1)
    expect(refusalOf(() => by(staffOf('doer'), 'inProgress'))).toBe('ACCESS.UNIT')
    expect(refusalOf(() => by(office, 'selfChecked'))).toBe('THING.STATE')
    expect(refusalOf(() => by(office, 'draft'))).toBe('THING.STATE')
  })
})
