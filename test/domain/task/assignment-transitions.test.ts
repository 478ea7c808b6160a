import {
  approvePlan,
  dropShare,
  reassign,
  returnAssignment,
  returnPlan,
  signFor,
  submitPlan,
  withdrawPlan,
} from '@/domain/task/assignment-transitions'
import { allowedAssignmentEvents } from '@/domain/task/assignment-workflow'
import { presentCycle } from '@/domain/task/cycle'
import { openTaskEvents } from '@/domain/task/workflow'
import { noUnits } from '@/domain/organization/unit'
import type { RectificationTask } from '@/domain/task/task'
import { actor, leaderOf, staffOf } from '../actors'
import { assignment, measure, planDueOn, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const office = actor('coordinator')
const signer = { person: 'Engineer', phone: '0668-2280000' }
const given = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({ state: 'assigned', assignments: [assignment('lead'), assignment('doer')], ...more })
const shareOf = (changed: RectificationTask, unitId: string) =>
  changed.assignments.find((share) => share.unitId === unitId)

describe('signing for an assignment', () => {
  it('makes the signer the person who is reminded and opens 15 working days for the plan', () => {
    const signed = signFor(given(), signer, staffOf('doer'), on('2018-06-04'))
    expect(shareOf(signed, 'doer')).toMatchObject({
      state: 'signedFor',
      personId: 'staff-doer',
      personName: 'Engineer',
      signedOn: '2018-06-04',
      planDueOn: '2018-06-25',
    })
    expect(shareOf(signed, 'lead')?.state).toBe('pending')
    expect(signed.state).toBe('assigned')
  })

  it('asks for a person and a telephone number', () => {
    const act = () => signFor(given(), { ...signer, phone: '' }, staffOf('doer'), on('2018-06-04'))
    expect(refusalOf(act)).toBe('TASK.PLAN_INCOMPLETE person phone')
  })

  it('is refused for another unit, for other roles, and a second time', () => {
    const days = on('2018-06-04')
    expect(refusalOf(() => signFor(given(), signer, staffOf('stranger'), days))).toBe('ACCESS.UNIT')
    expect(refusalOf(() => signFor(given(), signer, { ...office, unitId: 'doer' }, days))).toBe(
      'ACCESS.ROLE',
    )
    const signed = signFor(given(), signer, staffOf('doer'), days)
    expect(refusalOf(() => signFor(signed, signer, staffOf('doer'), days))).toBe('THING.STATE')
  })

  it('ends with the task', () => {
    const cancelled = given({ state: 'cancelled' })
    const act = () => signFor(cancelled, signer, staffOf('doer'), on('2018-06-04'))
    expect(refusalOf(act)).toBe('THING.STATE')
    expect(allowedAssignmentEvents(cancelled, 'doer', staffOf('doer'), on('2018-06-04'))).toEqual(
      [],
    )
  })
})

describe('returning an assignment', () => {
  const returned = () =>
    returnAssignment(given(), { reason: 'not ours' }, staffOf('doer'), on('2018-06-04'))

  it('asks for a reason and keeps it', () => {
    const act = () => returnAssignment(given(), { reason: '' }, staffOf('doer'), on('2018-06-04'))
    expect(refusalOf(act)).toBe('TASK.REASON_REQUIRED reason')
    expect(shareOf(returned(), 'doer')).toMatchObject({
      state: 'returned',
      returnedReason: 'not ours',
    })
  })

  it('is refused once it is signed for', () => {
    const signed = signFor(given(), signer, staffOf('doer'), on('2018-06-04'))
    const act = () => returnAssignment(signed, { reason: 'no' }, staffOf('doer'), on('2018-06-04'))
    expect(refusalOf(act)).toBe('THING.STATE')
  })

  it('lets the office give the share and the duty to another unit, with new days to sign', () => {
    const units = { fromUnitId: 'doer', toUnitId: 'other', reason: 'not theirs' }
    const moved = reassign(returned(), units, office, on('2018-06-11'))
    expect(moved.units.responsible).toEqual(['other'])
    expect(shareOf(moved, 'doer')).toBeUndefined()
    expect(shareOf(moved, 'other')).toMatchObject({ state: 'pending', signDueOn: '2018-06-14' })
    expect(refusalOf(() => reassign(returned(), units, staffOf('lead'), on('2018-06-11')))).toBe(
      'ACCESS.ROLE',
    )
  })

  it('gives the measures that name the unit to the other one too, and no other measure', () => {
    const own = measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] } })
    const others = measure({ id: 'm2', units: { ...noUnits, lead: ['lead'] } })
    const units = { fromUnitId: 'doer', toUnitId: 'other', reason: 'not theirs' }
    const { measures } = reassign(
      { ...returned(), measures: [own, others] },
      units,
      office,
      on('2018-06-11'),
    )
    expect(measures.map((each) => [each.units.lead, each.units.responsible])).toEqual([
      [[], ['other']],
      [['lead'], []],
    ])
  })

  it('lets the office insist: the same unit gets it again', () => {
    const again = { fromUnitId: 'doer', toUnitId: 'doer', reason: 'not theirs' }
    const moved = reassign(returned(), again, office, on('2018-06-11'))
    expect(shareOf(moved, 'doer')).toMatchObject({ state: 'pending', returnedReason: null })
  })

  it('ends what was sent back where another unit takes it, which may be the last thing missing', () => {
    const last = given({
      assignments: [planned('lead'), assignment('doer', { state: 'returned' })],
    })
    const moved = dropShare(
      last,
      { fromUnitId: 'doer', toUnitId: 'lead', reason: 'not theirs' },
      office,
      on('2018-06-11'),
    )
    expect(moved.assignments.map(({ unitId }) => unitId)).toEqual(['lead'])
    expect(moved.state).toBe('inProgress')
  })
})

describe('planning', () => {
  const days = on('2018-06-20')
  const plan = planDueOn('2018-12-01')
  const signed = given({
    assignments: [planned('lead'), assignment('doer', { state: 'signedFor' })],
  })
  const submitted = () => submitPlan(signed, { plan }, staffOf('doer'), days)

  it('moves the task when the last plan is approved, and not before', () => {
    expect(submitted().state).toBe('assigned')
    const approved = approvePlan(submitted(), { unitId: 'doer' }, staffOf('lead'), days)
    expect(shareOf(approved, 'doer')?.state).toBe('planned')
    expect(approved.state).toBe('inProgress')
    const open = { ...submitted(), assignments: [...submitted().assignments, assignment('third')] }
    expect(approvePlan(open, { unitId: 'doer' }, staffOf('lead'), days).state).toBe('assigned')
  })

  it("is approved by the lead unit; the lead's own plan by the office", () => {
    expect(refusalOf(() => approvePlan(submitted(), { unitId: 'doer' }, office, days))).toBe(
      'ACCESS.UNIT',
    )
    expect(
      refusalOf(() => approvePlan(submitted(), { unitId: 'doer' }, staffOf('doer'), days)),
    ).toBe('ACCESS.UNIT')
    const own = given({ assignments: [assignment('lead', { state: 'planSubmitted' })] })
    expect(refusalOf(() => approvePlan(own, { unitId: 'lead' }, leaderOf('lead'), days))).toBe(
      'ACCESS.UNIT',
    )
    expect(approvePlan(own, { unitId: 'lead' }, office, days).state).toBe('inProgress')
  })

  it('goes back with a reason, and the text stays to be mended', () => {
    const act = () =>
      returnPlan(submitted(), { unitId: 'doer', reason: ' ' }, staffOf('lead'), days)
    expect(refusalOf(act)).toBe('TASK.REASON_REQUIRED reason')
    const returned = returnPlan(
      submitted(),
      { unitId: 'doer', reason: 'too late' },
      staffOf('lead'),
      days,
    )
    expect(shareOf(returned, 'doer')).toMatchObject({
      state: 'signedFor',
      plan,
      returnedReason: 'too late',
    })
  })

  it('can be taken back until it is decided', () => {
    expect(shareOf(withdrawPlan(submitted(), staffOf('doer'), days), 'doer')?.state).toBe(
      'signedFor',
    )
    const approved = approvePlan(submitted(), { unitId: 'doer' }, staffOf('lead'), days)
    expect(refusalOf(() => withdrawPlan(approved, staffOf('doer'), days))).toBe('THING.STATE')
  })
})

describe('giving a share to another unit', () => {
  const to = { fromUnitId: 'doer', toUnitId: 'other', reason: 'cannot do it' }
  const states = ['pending', 'returned', 'signedFor', 'planSubmitted', 'planned'] as const

  it.each(states)('is open to the office in whatever state it is: %s', (state) => {
    const held = given({ assignments: [planned('lead'), assignment('doer', { state })] })
    const moved = reassign(held, to, office, on('2018-06-11'))
    expect(shareOf(moved, 'other')?.state).toBe('pending')
    expect(moved.state).toBe('assigned')
  })

  it('asks for a reason, and for another unit where nobody sent it back', () => {
    const held = given({ assignments: [assignment('doer', { state: 'signedFor' })] })
    const why = (change: Partial<typeof to>) =>
      refusalOf(() => reassign(held, { ...to, ...change }, office, on('2018-06-11')))
    expect(why({ reason: ' ' })).toBe('TASK.REASON_REQUIRED reason')
    expect(why({ toUnitId: 'doer' })).toBe('THING.STATE toUnitId')
  })

  const report = (unitId: string) => ({
    ...{ partId: `measure.m1.${unitId}`, unitId, on: '2018-06-05', reportedOn: '2018-06-05' },
    ...{ byId: null, words: 'built', photoIds: [], fileIds: [], paperNumber: '1', noPart: false },
  })
  const atWork = (change: Partial<RectificationTask> = {}) =>
    given({
      state: 'inProgress',
      assignments: [planned('lead'), planned('doer')],
      measures: [
        measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] }, doneOn: '2018-06-05' }),
        measure({ id: 'm2', units: { ...noUnits, responsible: ['doer'] } }),
      ],
      done: [report('doer')],
      ...change,
    })

  it('leaves the task where it is and what is done done', () => {
    const moved = reassign(atWork(), to, office, on('2018-06-11'))
    expect(moved.state).toBe('inProgress')
    expect(moved.measures.map(({ doneOn }) => doneOn)).toEqual(['2018-06-05', null])
    expect(moved.done).toMatchObject([{ partId: 'measure.m1.other', unitId: 'doer' }])
  })

  it('is signed for and planned again before the self-check, and owed meanwhile', () => {
    const moved = reassign(atWork(), to, office, on('2018-06-11'))
    const signed = signFor(moved, signer, staffOf('other'), on('2018-06-12'))
    expect(shareOf(signed, 'other')?.state).toBe('signedFor')
    const facts = taskFacts(on('2018-06-12'))
    expect(
      openTaskEvents(signed, staffOf('lead'), facts).find(({ event }) => event === 'selfCheck')
        ?.missing?.code,
    ).toBe('TASK.ASSIGNMENT_OPEN')
  })

  it('gives a unit its own word only on what it owes already', () => {
    const both = atWork({
      measures: [measure({ id: 'm1', units: { ...noUnits, responsible: ['doer', 'lead'] } })],
    })
    const moved = reassign(both, { ...to, toUnitId: 'lead' }, office, on('2018-06-11'))
    expect(moved.measures[0]?.doneOn).toBeNull()
  })

  it('takes what has to be done again along', () => {
    const demand = { unitId: 'doer', words: 'anew', measureIds: [] }
    const cycle = {
      ...presentCycle(atWork()),
      rework: {
        ...{
          cause: 'returnForRework' as const,
          on: '2018-06-01',
          reason: 'again',
          dueOn: '2018-09-01',
        },
        demands: [demand],
      },
    }
    const moved = reassign(atWork({ cycles: [cycle] }), to, office, on('2018-06-11'))
    expect(presentCycle(moved).rework?.demands).toMatchObject([{ unitId: 'other' }])
  })
})
