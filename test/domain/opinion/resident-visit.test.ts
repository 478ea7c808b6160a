import { awaitsVisit, recountVisit, visitAfter } from '@/domain/opinion/resident-visit'
import { obligationsOfOpinion } from '@/domain/opinion/owed'
import { whyNotOpinion } from '@/domain/opinion/workflow'
import { actor, city, otherCounty } from '../actors'
import { opinion } from '../builders'
import { on } from '../calendars'

const today = '2018-06-04'
const days = on(today)
const said = { satisfaction: 'unsatisfied', phone: 'sealed' } as const
const agreed = visitAfter({}, said, days)!
const spoken = (more: Parameters<typeof opinion>[0] = {}) =>
  opinion({ voice: 'resident', state: 'given', visit: agreed, ...more })
const owed = (of: ReturnType<typeof opinion>) =>
  obligationsOfOpinion(of, { ...days, rootRegion: city })

describe('a visit to a resident', () => {
  it('is agreed on by who is not satisfied and gives a number', () => {
    expect(agreed).toMatchObject({ agreedOn: today, dueOn: '2018-06-18', madeOn: null })
    expect(visitAfter({}, { ...said, satisfaction: 'half' }, days)).not.toBeNull()
    expect(visitAfter({}, { ...said, satisfaction: 'satisfied' }, days)).toBeNull()
    expect(visitAfter({}, { ...said, phone: null }, days)).toBeNull()
  })

  it('runs from the first yes, and stays as it was once it was made', () => {
    expect(visitAfter({ visit: agreed }, said, on('2018-06-11'))?.agreedOn).toBe(today)
    const made = { ...agreed, phone: null, madeOn: '2018-06-08', heard: 'sealed' }
    expect(visitAfter({ visit: made }, said, on('2018-06-11'))).toBe(made)
    expect(visitAfter({ visit: made }, { ...said, phone: null }, on('2018-06-11'))).toBe(made)
  })

  it('is owed by the inspectors, of no unit that does the work, until it is made or over', () => {
    expect(owed(spoken())).toMatchObject([
      { kind: 'visitResident', roles: ['inspector'], unitId: null, dueOn: '2018-06-18' },
    ])
    expect(owed(spoken())[0]?.hiddenFrom).toEqual(spoken().doingUnitIds)
    expect(spoken().doingUnitIds.length).toBeGreaterThan(0)
    const over = [
      spoken({ visit: { ...agreed, madeOn: today } }),
      spoken({ visit: null }),
      spoken({ taskState: 'closed' }),
      spoken({ taskState: 'cancelled' }),
      spoken({ presentAskingId: 'another cycle' }),
      spoken({ voice: 'branch' }),
    ]
    for (const each of over) {
      expect(awaitsVisit(each)).toBe(false)
      expect(owed(each)).toEqual([])
    }
    expect(awaitsVisit(spoken({ taskState: 'awaitingApproval' }))).toBe(true)
  })

  it('is made on a day from the agreement to today, in words, by an inspector of the region', () => {
    const given = { on: today, heard: 'still smells' }
    const inspector = actor('inspector', { unitId: 'inspectors' })
    const refusal = (change: Partial<typeof given>, by = inspector) =>
      whyNotOpinion(spoken(), 'recordVisit', by, { ...days, given: { ...given, ...change } })
    expect(refusal({})).toBeNull()
    expect(refusal({ on: '2018-06-03' })).toEqual({ code: 'TASK.DATE_PAST', fields: ['on'] })
    expect(refusal({ on: '2018-06-05' })).toEqual({ code: 'TASK.DATE_AHEAD', fields: ['on'] })
    expect(refusal({ heard: ' ' })).toEqual({ code: 'TASK.WORDS_REQUIRED', fields: ['heard'] })
    const [doing] = spoken().doingUnitIds
    expect(refusal({}, actor('inspector', { unitId: doing! }))?.code).toBe('ACCESS.UNIT')
    expect(refusal({}, actor('inspector', { regionCode: otherCounty }))?.code).toBe('ACCESS.REGION')
    expect(refusal({}, actor('coordinator'))?.code).toBe('ACCESS.ROLE')
  })

  it('counts a provisional day anew, and no other', () => {
    const moved = { ...agreed, dueOn: '2018-06-01', dueProvisional: true }
    expect(recountVisit(spoken({ visit: moved }), days).visit).toEqual(agreed)
    const fixed = { ...agreed, dueOn: '2018-06-01' }
    expect(recountVisit(spoken({ visit: fixed }), days).visit).toEqual(fixed)
    const made = { ...moved, madeOn: today }
    expect(recountVisit(spoken({ visit: made }), days).visit).toEqual(made)
  })
})

describe('a visit that nobody agreed to', () => {
  it('is not recorded, and one without a day is before the agreement', () => {
    const inspector = actor('inspector', { unitId: 'inspectors' })
    const why = (of: ReturnType<typeof opinion>, given: { on?: string; heard: string }) =>
      whyNotOpinion(of, 'recordVisit', inspector, { ...days, given })?.code
    expect(why(spoken({ visit: null }), { on: today, heard: 'x' })).toBe('THING.STATE')
    expect(why(spoken(), { heard: 'x' })).toBe('TASK.DATE_PAST')
    expect(whyNotOpinion(spoken(), 'recordVisit', inspector, days)).toBeNull()
  })
})
