import { noUnits } from '@/domain/organization/unit'
import { dropShare, reassign } from '@/domain/task/assignment-transitions'
import { relativeDeadline } from '@/domain/task/deadline'
import type { Extension } from '@/domain/task/extension'
import { type HandOver, withHandedOver as handedOver } from '@/domain/task/hand-over'
import { presentCycle } from '@/domain/task/cycle'
import type { RectificationTask } from '@/domain/task/task'
import { actor } from '../actors'
import { assignment, cycle, measure, planned, task } from '../builders'
import { on } from '../calendars'

const office = actor('coordinator')
const to = { from: 'doer', to: 'other' }
const withHandedOver = (of: RectificationTask, given: HandOver) =>
  handedOver(of, given, '2018-06-11')

describe('the work of a unit in the hands of another one', () => {
  it('is a lead’s once: it is not listed as responsible again', () => {
    const led = task({ units: { ...noUnits, lead: ['doer'], responsible: ['other', 'third'] } })
    expect(withHandedOver(led, to).units).toMatchObject({ lead: ['other'], responsible: ['third'] })
  })

  it('keeps the day that a firm has signed for', () => {
    const date = { enterpriseId: 'plant', measureId: 'm1', on: '2018-08-01' }
    const dates = [
      { ...date, unitId: 'doer' },
      { ...date, enterpriseId: 'mill', unitId: 'lead' },
    ]
    const { agreedDates } = withHandedOver(task({ agreedDates: dates }), to)
    expect(agreedDates.map(({ unitId }) => unitId)).toEqual(['other', 'lead'])
  })

  it('is to enter the awaited event where the old one was, and nobody else', () => {
    const awaiting = (enteredBy: string) =>
      withHandedOver(task({ deadline: relativeDeadline('x', { text: 'opening', enteredBy }) }), to)
        .deadline.event?.enteredBy
    expect(awaiting('doer')).toBe('other')
    expect(awaiting('lead')).toBe('lead')
  })

  it('takes an open request for more time, and leaves what was decided to who asked', () => {
    const asked = (state: Extension['state'], unitId = 'doer'): Extension => ({
      ...{ id: 'e1', state, unitId, part: { kind: 'task' }, askedOn: '2018-06-01' },
      ...{ from: '2018-12-01', to: '2019-01-01', reason: 'rain', plan: 'later', daysOver: 0 },
      ...{ decideDueOn: '2018-06-15', decideDueProvisional: false, endorsedOn: null },
      ...{ decidedOn: null, decisionNumber: null, refusedReason: null },
    })
    const of = (...extensions: ReturnType<typeof asked>[]) =>
      withHandedOver(task({ extensions }), to).extensions.map(({ unitId }) => unitId)
    expect(of(asked('asked'))).toEqual(['other'])
    expect(of(asked('endorsed'))).toEqual(['other'])
    expect(of(asked('refused'), asked('endorsed', 'lead'))).toEqual(['doer', 'lead'])
    // Nobody is left to endorse what the new lead has asked for.
    const toLead = (extension: Extension) =>
      withHandedOver(
        task({
          units: { ...noUnits, lead: ['lead'], responsible: ['doer'] },
          extensions: [extension],
        }),
        { from: 'doer', to: 'lead' },
      ).extensions[0]
    expect(toLead(asked('asked'))).toMatchObject({ state: 'endorsed', endorsedOn: '2018-06-11' })
    expect(toLead(asked('asked', 'third'))).toMatchObject({ state: 'asked', endorsedOn: null })
  })

  it('is no longer led by somebody of a unit that does not answer for it any more', () => {
    const person = { membershipId: 'm', name: 'Chief', unitId: 'doer' }
    const led = (lead: string, unitId = 'doer') =>
      withHandedOver(
        task({
          units: { ...noUnits, lead: [lead], responsible: ['doer'] },
          leadOfficial: { printed: '张某', person: { ...person, unitId } },
        }),
        to,
      ).leadOfficial
    expect(led('doer')).toEqual({ printed: '张某', person: null })
    // A leader of the city stays, and so does somebody of a lead that goes on.
    expect(led('doer', 'city-hall')?.person).not.toBeNull()
    expect(led('lead', 'lead')?.person).not.toBeNull()
  })
})

describe('a share that was sent back and ends', () => {
  const back = task({
    state: 'inProgress',
    units: { ...noUnits, lead: ['lead'], responsible: ['doer'] },
    assignments: [planned('lead'), assignment('doer', { state: 'returned' })],
    measures: [
      measure({
        id: 'm1',
        units: { ...noUnits, responsible: ['doer'] },
        sites: [{ id: 's1', name: 's1', place: 'x', unitId: 'doer' }],
      }),
    ],
  })
  const given = { fromUnitId: 'doer', toUnitId: 'lead', reason: 'theirs anyway' }

  it('leaves its measures and sites to the unit that remains, and the share of that one as it is', () => {
    const dropped = dropShare(back, given, office, on('2018-06-11'))
    expect(dropped.assignments).toEqual([back.assignments[0]])
    expect(dropped.measures[0]).toMatchObject({
      units: { responsible: ['lead'] },
      sites: [{ unitId: 'lead' }],
    })
    expect(dropped.units).toMatchObject({ lead: ['lead'], responsible: [] })
    expect(dropped.state).toBe('inProgress')
  })

  it('moves as a reassigned one does: there is one way for a share to leave its unit', () => {
    const held = { ...back, assignments: [planned('lead'), planned('doer')] }
    const merged = reassign(held, given, office, on('2018-06-11'))
    const dropped = dropShare(back, given, office, on('2018-06-11'))
    expect({ ...merged, assignments: [] }).toEqual({ ...dropped, assignments: [] })
  })

  it('takes along what has to be done again', () => {
    const rework = {
      ...{ cause: 'returnForRework' as const, on: '2018-06-01', reason: 'again' },
      ...{ dueOn: '2018-09-01', demands: [{ unitId: 'doer', words: 'anew', measureIds: [] }] },
    }
    const cycles = [{ ...presentCycle(back), rework }]
    const dropped = dropShare({ ...back, cycles }, given, office, on('2018-06-11'))
    expect(presentCycle(dropped).rework?.demands).toMatchObject([{ unitId: 'lead' }])
  })
})

describe('what others hold', () => {
  it('stays with them: their sites, their demands and courses that are over', () => {
    const site = (unitId: string) => ({ id: unitId, name: unitId, place: '', unitId })
    const demand = (unitId: string) => ({ unitId, words: 'anew', measureIds: [] })
    const rework = {
      ...{ cause: 'returnForRework' as const, on: '2018-06-01', reason: 'again' },
      ...{ dueOn: '2018-09-01', demands: [demand('doer'), demand('third')] },
    }
    const handed = withHandedOver(
      task({
        measures: [measure({ sites: [site('doer'), site('third')] })],
        cycles: [cycle({ rework }), cycle({ ordinal: 2, rework }), cycle({ ordinal: 3, rework })],
      }),
      to,
    )
    expect(handed.measures[0]?.sites.map(({ unitId }) => unitId)).toEqual(['other', 'third'])
    const asked = handed.cycles.map((each) => each.rework?.demands.map(({ unitId }) => unitId))
    expect(asked).toEqual([
      ['doer', 'third'],
      ['doer', 'third'],
      ['other', 'third'],
    ])
  })
})
