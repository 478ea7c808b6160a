import { addDays, addMonths } from '@/domain/calendar/day'
import type { ObligationContext, Owed } from '@/domain/reminder/obligation-context'
import type { WorkingDayLimit } from '@/domain/calendar/period'
import { defaultSettings } from '@/domain/settings'
import { dueAfter } from '@/domain/reminder/obligation-context'
import { closeOutOwed, type PresentChecks } from '@/domain/task/close-out-owed'
import { shareId } from '@/domain/task/part'
import type { RectificationTask, TaskState } from '@/domain/task/task'
import { city } from '../actors'
import {
  checker,
  cycle,
  doneReport,
  measure,
  planned,
  signedShare,
  recheck,
  task,
  verification,
} from '../builders'
import { on } from '../calendars'

const context: ObligationContext = { ...on('2018-06-20'), rootRegion: city }
const settings = defaultSettings
const since = '2018-06-04'
const unchecked: PresentChecks = { secrecy: null, openness: null }
const request = { on: '2018-06-05', byId: 'lead-1', reportNumber: '1' }

const owed = (
  state: TaskState,
  more: Partial<RectificationTask> = {},
  checks: PresentChecks = unchecked,
): readonly Owed[] => closeOutOwed(task({ state, ...more }), since, context, checks)

const after = (from: string, limit: WorkingDayLimit) => dueAfter(from, limit, context).dueOn
const brief = ({ kind, node, unitId, roles }: Owed) =>
  `${kind} ${node} ${unitId ?? roles.join('+')}`

describe('what is owed from the last done part to close-out', () => {
  const done = {
    measures: [measure({ doneOn: '2018-06-10' })],
    assignments: [planned('lead'), signedShare('doer')],
    done: ['lead', 'doer'].map((unitId, place) =>
      doneReport(shareId({ id: 'm1' }, unitId), unitId, { reportedOn: `2018-06-1${place}` }),
    ),
  }

  it('is the self-check, from the day on which the last part was reported', () => {
    const [check, ...others] = owed('inProgress', done)
    expect(others).toEqual([])
    expect(check).toMatchObject({
      kind: 'selfCheck',
      unitId: 'lead',
      madeOn: '2018-06-12',
      dueOn: after('2018-06-12', 'selfCheckWorkingDays'),
    })
    // The last word may come after the signatures: what the answering unit says of its own.
    const late = done.done.map((report) => ({ ...report, reportedOn: '2018-06-14' }))
    expect(owed('inProgress', { ...done, done: late })[0]?.madeOn).toBe('2018-06-14')
  })

  it('is not the self-check while another unit’s leader has not signed, or has to sign again', () => {
    for (const share of [planned('doer'), signedShare('doer', { lapsedOn: '2018-06-13' })])
      expect(owed('inProgress', { ...done, assignments: [planned('lead'), share] })).toEqual([])
  })

  it('is nothing while a part is open, or where there is nothing to do', () => {
    expect(owed('inProgress', { ...done, done: done.done.slice(0, 1) })).toEqual([])
    expect(owed('inProgress')).toEqual([])
    expect(owed('assigned', done)).toEqual([])
  })

  it('is a notice first where the round asked for one, then the request', () => {
    const asked = cycle({ preNoticeAsked: true })
    expect(owed('selfChecked', { cycles: [asked] }).map(brief)).toEqual([
      'publishNotice preNotice coordinator',
    ])
    expect(owed('selfChecked').map(brief)).toEqual(['requestCloseOut request lead'])
    expect(owed('selfChecked')[0]?.dueOn).toBe(after(since, 'requestCloseOutWorkingDays'))
  })

  it('is the name of who checks, where a step has none', () => {
    const unnamed = { acceptanceChain: [{ level: 'city' as const, unitId: null }] }
    expect(owed('selfChecked', unnamed).map(brief)).toEqual(['nameChain chain coordinator'])
  })

  it('is each step in its turn, thirty days from the request', () => {
    const steps = (checks: ReturnType<typeof verification>[]) =>
      owed('verifying', { cycles: [cycle({ request, checks })] })
    expect(steps([]).map(brief)).toEqual(['verify county acceptor'])
    expect(steps([])[0]?.dueOn).toBe(addDays(request.on, settings.verifyDays))
    const first = verification([checker('a'), checker('b')])
    expect(steps([first]).map(brief)).toEqual(['verify city upper-acceptor'])
    expect(owed('verifying')).toEqual([])
  })

  it('is a step of the province by the office that records it', () => {
    const cycles = [cycle({ request })]
    const acceptanceChain = [{ level: 'province' as const, unitId: null }]
    expect(owed('verifying', { cycles, acceptanceChain }).map(brief)).toEqual([
      'verify province coordinator',
    ])
  })

  it('is the word of a second checker who signed on the first one’s phone, by that person', () => {
    const checks = [verification([checker('a'), checker('b', { confirmedOn: null })])]
    const cycles = [cycle({ request, checks, notice: { from: '2018-06-15', workingDays: 10 } })]
    for (const state of ['verifying', 'underNotice', 'awaitingApproval'] as const) {
      const mine = owed(state, { cycles }).filter(({ kind }) => kind === 'confirmCheck')
      expect(mine).toEqual([
        expect.objectContaining({
          heldBy: 'membership-b',
          // A checker is of a unit, or an inspector: whichever membership it was is still looked at.
          roles: ['unitStaff', 'unitLeader', 'inspector'],
          dueOn: after('2018-06-04', 'confirmCheckWorkingDays'),
        }),
      ])
    }
  })

  it('is the notice once every step is passed and both have released the text', () => {
    const steps = [
      verification([checker('a'), checker('b')]),
      verification([checker('c'), checker('d')], { level: 'city', unitId: 'upper-acceptor' }),
    ]
    const passed = { cycles: [cycle({ request, checks: steps })] }
    const [one, two] = [{ on: '2018-06-18' }, { on: '2018-06-19' }]
    expect(owed('verifying', passed)).toEqual([])
    expect(owed('verifying', passed, { secrecy: one, openness: null })).toEqual([])
    expect(owed('verifying', passed, { secrecy: null, openness: two })).toEqual([])
    expect(owed('verifying', passed, { secrecy: one, openness: two })).toEqual([
      expect.objectContaining({
        kind: 'publishNotice',
        madeOn: two.on,
        dueOn: after(two.on, 'publishNoticeWorkingDays'),
      }),
    ])
    // A step that is left open holds it.
    const half = { cycles: [cycle({ request, checks: steps.slice(0, 1) })] }
    const kinds = owed('verifying', half, { secrecy: one, openness: two }).map(({ kind }) => kind)
    expect(kinds).toEqual(['verify'])
  })

  it('is to watch over a notice until its last day', () => {
    const notice = { from: '2018-06-04', workingDays: 10 }
    expect(owed('underNotice', { cycles: [cycle({ notice })] })).toEqual([
      expect.objectContaining({ kind: 'noticeEnds', node: 'notice', dueOn: '2018-06-15' }),
    ])
    const first = cycle({ preNoticeAsked: true, preNotice: notice })
    expect(owed('preNotice', { cycles: [first] }).map(brief)).toEqual([
      'noticeEnds preNotice coordinator',
    ])
    expect(owed('underNotice')).toEqual([])
  })

  it('is the decision and the upper level’s word, by the office that closes', () => {
    const office = (state: TaskState, closingLevel: RectificationTask['closingLevel']) =>
      owed(state, { closingLevel }).map(({ kind, regionCode }) => [kind, regionCode])
    expect(office('awaitingApproval', 'city')).toEqual([['approveCloseOut', city]])
    expect(office('awaitingApproval', 'county')).toEqual([['approveCloseOut', undefined]])
    expect(office('reportedUp', 'province')).toEqual([['recordUpper', city]])
  })
})

describe('what is owed after closing', () => {
  const closed = (...cycles: RectificationTask['cycles']) => owed('closed', { cycles })

  it('is a look within six months, and then one each year', () => {
    expect(closed(cycle())).toEqual([
      expect.objectContaining({
        kind: 'recheck',
        node: 'recheck-1',
        roles: ['inspector'],
        dueOn: addMonths(since, settings.firstRecheckMonths),
      }),
    ])
    const looked = cycle({ rechecks: [recheck('2018-06-10', false)] })
    expect(closed(looked)[0]).toMatchObject({
      node: 'recheck-2',
      madeOn: '2018-06-10',
      dueOn: addMonths('2018-06-10', settings.recheckMonths),
    })
  })

  it.each(['reopened', 'upheld'] as const)('is more often where it was %s before', (cause) => {
    const rework = { cause, on: '2018-05-01', reason: 'x', dueOn: '2018-06-01', demands: [] }
    const looked = cycle({ ordinal: 2, rework, rechecks: [recheck('2018-06-10', false)] })
    expect(closed(cycle(), looked)[0]?.dueOn).toBe(
      addMonths('2018-06-10', settings.firstRecheckMonths),
    )
  })

  it('is sooner where residents say that it came back, and not later', () => {
    const [told] = closed(cycle({ relapseReportedOn: '2018-06-18' }))
    expect(told?.dueOn).toBe(after('2018-06-18', 'relapseRecheckWorkingDays'))
    const late = cycle({ relapseReportedOn: '2019-06-18' })
    expect(closed(late)[0]?.dueOn).toBe(addMonths(since, settings.firstRecheckMonths))
  })

  it('is the office’s word on a relapse that was found', () => {
    const found = { ...recheck('2018-06-15', true), keptClosed: null }
    expect(closed(cycle({ rechecks: [found] }))).toEqual([
      expect.objectContaining({
        kind: 'reopen',
        node: 'relapse-2018-06-15',
        dueOn: after('2018-06-15', 'reopenWorkingDays'),
      }),
    ])
  })
})
