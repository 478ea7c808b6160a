import type { Actor } from '@/domain/organization/actor'
import { noUnits } from '@/domain/organization/unit'
import { signShare } from '@/domain/task/assignment-transitions'
import { allowedAssignmentEvents } from '@/domain/task/assignment-workflow'
import {
  awaitsSignature,
  type PreparedSelfCheck,
  standards,
  withNextCycle,
} from '@/domain/task/cycle'
import { obligationsOfTask } from '@/domain/task/owed'
import { returnDone, undoDone } from '@/domain/task/part-transitions'
import { shareId } from '@/domain/task/part'
import { lapseSignatures, signsItsShare, standingSignature } from '@/domain/task/share-signature'
import { assignmentOf } from '@/domain/task/responsibility'
import type { RectificationTask } from '@/domain/task/task'
import { city, leaderOf, staffOf } from '../actors'
import { cycle, doneReport, measure, planDueOn, planned, signedShare, task } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const today = '2018-06-20'
const days = on(today)
const report = (unitId: string, more = {}) =>
  doneReport(shareId({ id: 'm1' }, unitId), unitId, { reportedOn: '2018-06-11', ...more })
const done = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({
    state: 'inProgress',
    assignments: [planned('lead'), planned('doer')],
    done: [report('lead'), report('doer')],
    ...more,
  })
const sign = (of: RectificationTask, by: Actor, signOffNumber: string | null = null) =>
  signShare(of, { signOffNumber }, by, days)
const owed = (of: RectificationTask) =>
  obligationsOfTask(
    of,
    { since: '2018-06-04', release: { secrecy: null, openness: null } },
    { ...days, rootRegion: city },
  )
    .filter(({ kind }) => kind === 'signShare' || kind === 'selfCheck')
    .map(({ kind, unitId, madeOn }) => `${kind} ${unitId} ${madeOn}`)
const standingOf = (of: RectificationTask) => standingSignature(assignmentOf(of, 'doer')!)

describe('the signature of a share', () => {
  it('is owed from the last word on the share, and the self-check after it', () => {
    expect(owed(done({ done: [report('lead')] }))).toEqual([])
    expect(owed(done())).toEqual(['signShare doer 2018-06-11'])
    // Nobody waits for the other unit to sign the own share.
    expect(owed(done({ done: [report('doer')] }))).toEqual(['signShare doer 2018-06-11'])
    expect(owed(sign(done(), leaderOf('doer')))).toEqual([`selfCheck lead ${today}`])
  })

  it('is of the leader, or of staff with the paper that the leader signed', () => {
    expect(assignmentOf(sign(done(), leaderOf('doer')), 'doer')?.signature).toEqual({
      ...{ on: today, byId: 'leader-doer', signOffNumber: null },
    })
    expect(standingOf(sign(done(), staffOf('doer'), '7'))?.signOffNumber).toBe('7')
    expect(refusalOf(() => sign(done(), staffOf('doer')))).toBe(
      'TASK.SIGN_OFF_MISSING signOffNumber',
    )
    expect(refusalOf(() => sign(done(), staffOf('doer'), ' '))).toBe(
      'TASK.SIGN_OFF_MISSING signOffNumber',
    )
  })

  it('is not given before the share is done, nor twice', () => {
    const open = done({ done: [report('lead')] })
    expect(refusalOf(() => sign(open, leaderOf('doer')))).toBe('TASK.MEASURE_UNFINISHED')
    expect(refusalOf(() => sign(sign(done(), leaderOf('doer')), leaderOf('doer')))).toBe(
      'THING.STATE',
    )
    expect(refusalOf(() => sign(done({ state: 'selfChecked' }), leaderOf('doer')))).toBe(
      'THING.STATE',
    )
    const without = done({ done: [report('lead'), report('doer', { noPart: true })] })
    expect(standingOf(sign(without, leaderOf('doer')))).not.toBeNull()
  })

  it('is not asked of the unit that signs the whole, nor of one of which nothing is asked', () => {
    expect(refusalOf(() => sign(done(), leaderOf('lead')))).toBe('THING.STATE')
    expect(allowedAssignmentEvents(done(), 'lead', leaderOf('lead'), days)).not.toContain(
      'signShare',
    )
    const site = { id: 'well', name: 'well', place: 'by the road', unitId: 'lead' }
    const sites = done({ measures: [measure({ sites: [site] })] })
    expect(signsItsShare(sites, 'doer')).toBe(false)
    const own = { ...noUnits, lead: ['lead'] }
    expect(signsItsShare(done({ measures: [measure({ units: own })] }), 'doer')).toBe(false)
  })
})

describe('what lapses a signature', () => {
  const signed = () => done({ assignments: [planned('lead'), signedShare('doer')] })
  const after = (next: RectificationTask, before: RectificationTask | null = signed()) =>
    lapseSignatures(before, next, today)
  const reason = { reason: 'pipe leaks' }
  const doer = shareId({ id: 'm1' }, 'doer')

  it('is what its unit takes back or the lead returns; the old one stays to be read', () => {
    for (const next of [
      undoDone(signed(), doer, reason, staffOf('doer'), days),
      returnDone(signed(), doer, reason, leaderOf('lead'), days),
    ]) {
      const lapsed = after(next)
      expect(standingOf(lapsed)).toBeNull()
      expect(assignmentOf(lapsed, 'doer')?.signature).toMatchObject({
        ...{ on: '2018-06-12', lapsedOn: today },
      })
      const again = { ...lapsed, done: [report('lead'), report('doer')] }
      expect(owed(again)).toEqual([`signShare doer ${today}`])
      expect(standingOf(sign(again, leaderOf('doer')))).not.toBeNull()
    }
  })

  it('is other evidence, another plan, other words, a measure more', () => {
    const { assignments, measures, done: reports } = signed()
    const plan = { ...planDueOn('2018-11-01'), goals: 'clearer' }
    for (const next of [
      { ...signed(), done: [reports[0]!, { ...reports[1]!, photoIds: ['other'] }] },
      { ...signed(), assignments: [assignments[0]!, { ...assignments[1]!, plan }] },
      { ...signed(), measures: [{ ...measures[0]!, text: 'build two sewers' }] },
      { ...signed(), measures: [measures[0]!, measure({ id: 'm2' })] },
    ])
      expect(standingOf(after(next))).toBeNull()
  })

  it('is a new course, which owes the signature of every share from its first day', () => {
    const rework = {
      ...{ cause: 'returnForRework' as const, on: '2018-06-18', reason: 'x', dueOn: '2018-07-18' },
      demands: [{ unitId: 'lead', words: 'again', measureIds: [] }],
    }
    const next = after(withNextCycle(signed(), rework, []))
    expect(standingOf(next)).toBeNull()
    expect(owed({ ...next, state: 'inProgress' })).toEqual([`signShare doer ${today}`])
  })

  it('is nothing that another unit does, nor a day on which something is due', () => {
    const { assignments } = signed()
    const others = undoDone(signed(), shareId({ id: 'm1' }, 'lead'), reason, staffOf('lead'), days)
    expect(standingOf(after(others))).not.toBeNull()
    expect(standingOf(after({ ...signed(), state: 'selfChecked' }))).not.toBeNull()
    expect(standingOf(after(signed(), null))).not.toBeNull()
    // The one that is given in this very change.
    const first = { ...signed(), assignments: [assignments[0]!, planned('doer')] }
    expect(standingOf(after(signed(), { ...first, done: [] }))).not.toBeNull()
  })
})

describe('what lapses a self-check that staff have prepared', () => {
  const words = Object.fromEntries(
    standards.map((standard) => [standard, 'done']),
  ) as PreparedSelfCheck['words']
  const prepared = { on: '2018-06-15', byId: 'staff-lead', words }
  const ready = (more: Partial<typeof prepared & { lapsedOn: string }> = {}) =>
    done({ cycles: [cycle({ prepared: { ...prepared, ...more } })] })
  const after = (next: RectificationTask, before: RectificationTask | null = ready()) =>
    awaitsSignature(lapseSignatures(before, next, today))

  it('is what anybody changes of the parts; its words stay to be looked at again', () => {
    for (const unitId of ['lead', 'doer']) {
      const part = shareId({ id: 'm1' }, unitId)
      const next = undoDone(ready(), part, { reason: 'leaks' }, staffOf(unitId), days)
      expect(after(next)).toBeNull()
      expect(lapseSignatures(ready(), next, today).cycles[0]?.prepared).toEqual({
        ...prepared,
        lapsedOn: today,
      })
    }
  })

  it('is nothing else, nor the change that prepares it or looks at it anew', () => {
    expect(after({ ...ready(), state: 'selfChecked' })).toEqual(prepared)
    expect(after(ready(), null)).toEqual(prepared)
    const open = { ...ready(), done: [report('lead')] }
    expect(after(ready(), { ...open, cycles: [cycle()] })).toEqual(prepared)
    expect(after(ready(), { ...open, cycles: ready({ lapsedOn: '2018-06-18' }).cycles })).toEqual(
      prepared,
    )
    // One that has lapsed keeps the day on which it did.
    const lapsed = ready({ lapsedOn: '2018-06-18' })
    const next = lapseSignatures(lapsed, { ...lapsed, done: [] }, today)
    expect(next.cycles[0]?.prepared?.lapsedOn).toBe('2018-06-18')
  })
})
