import { fixedDeadline } from '@/domain/task/deadline'
import { extendableDayOf, withExtendedPart } from '@/domain/task/extension-part'
import { readerKeyOfLed, readersOf } from '@/domain/task/readers'
import { answeringUnitOf } from '@/domain/task/responsibility'
import { movedDueOf, movedDueOfMeasure } from '@/domain/task/schedule'
import { siteFateOf, withSiteList, whyNotSites } from '@/domain/task/site-list'
import { noUnits } from '@/domain/organization/unit'
import { actor, resident } from '../actors'
import { assignment, measure, task } from '../builders'

const dated = fixedDeadline('2018年9月底前', '2018-09-30')
const staged = {
  ...dated,
  stages: [
    { on: '2018-07-31', result: '' },
    { on: '2018-09-30', result: '' },
  ],
}
const two = task({
  measures: [measure({ id: 'm1', deadline: staged }), measure({ id: 'm2', deadline: dated })],
})

describe('an extension of one part', () => {
  it('puts off the measure, or the stage, that it names, and leaves the others', () => {
    const whole = withExtendedPart(two, { kind: 'measure', measureId: 'm2' }, '2018-10-31')
    expect(whole.measures.map(({ deadline }) => deadline?.extendedTo)).toEqual([
      undefined,
      '2018-10-31',
    ])
    const stage = { kind: 'stage', measureId: 'm1', index: 1 } as const
    const later = withExtendedPart(two, stage, '2018-10-31')
    expect(later.measures[0]!.deadline?.stages.map(({ extendedTo }) => extendedTo)).toEqual([
      undefined,
      '2018-10-31',
    ])
    expect(later.measures[1]).toEqual(two.measures[1])
    expect(later.deadline).toEqual(two.deadline)
  })

  it('puts off the whole where it names no measure', () => {
    expect(withExtendedPart(two, { kind: 'task' }, '2019-01-31').deadline.extendedTo).toBe(
      '2019-01-31',
    )
  })

  it('gives no day to a measure without one', () => {
    const bare = task({ measures: [measure({ id: 'm1' })] })
    const part = { kind: 'measure', measureId: 'm1' } as const
    expect(extendableDayOf(bare, part)).toBeNull()
    expect(withExtendedPart(bare, part, '2018-10-31')).toEqual(bare)
  })

  it('is of a day that counts: of a stage that there is, and of no measure that there is not', () => {
    const stage = (index: number) => extendableDayOf(two, { kind: 'stage', measureId: 'm1', index })
    expect([stage(0), stage(1), stage(2)]).toEqual(['2018-07-31', '2018-09-30', null])
    expect(extendableDayOf(two, { kind: 'measure', measureId: 'm2' })).toBe('2018-09-30')
    expect(extendableDayOf(two, { kind: 'measure', measureId: 'm3' })).toBeNull()
    expect(extendableDayOf(two, { kind: 'task' })).toBe('2018-12-31')
  })
})

describe('a day that was moved', () => {
  it('is said with the day that was printed, and by what it was moved', () => {
    const extended = { ...dated, extendedTo: '2018-10-31' }
    expect(movedDueOf(task({ deadline: extended }))).toEqual({
      from: '2018-09-30',
      to: '2018-10-31',
    })
    expect(movedDueOf(task({ deadline: { ...dated, reopenedTo: '2018-11-30' } }))).toEqual({
      from: '2018-09-30',
      to: '2018-11-30',
      reopened: true,
    })
  })

  it('is none where nothing was moved, or nothing is dated', () => {
    const undated = { ...dated, countedOn: null }
    expect(movedDueOf(task({ deadline: dated }))).toBeNull()
    expect(movedDueOf(task({ deadline: undated, measures: [] }))).toBeNull()
  })

  it('is the measure’s own, or the whole’s where it has none', () => {
    const whole = { deadline: { ...dated, extendedTo: '2018-10-31' } }
    expect(movedDueOfMeasure(whole, measure({ deadline: dated }))).toBeNull()
    expect(movedDueOfMeasure(whole, measure({ deadline: null }))?.to).toBe('2018-10-31')
  })
})

describe('a list of sites under one measure', () => {
  const point = { latitude: 21.6, longitude: 110.9 }
  const row = { name: '一号', place: '上塘', unitId: 'doer' }
  const listed = task({
    units: { ...noUnits, responsible: ['doer'] },
    measures: [
      measure({ id: 'm1', sites: [{ id: '一号', ...row, point }] }),
      measure({ id: 'm2' }),
    ],
  })

  it('leaves the other measures, and the point that was picked', () => {
    const next = withSiteList(listed, { measureId: 'm1', sites: [row], removed: [] })
    expect(next).toEqual(listed)
  })

  it('begins a list where there was none, and begins none under a measure that is not there', () => {
    const more = { ...row, name: '二号' }
    const begun = withSiteList(listed, { measureId: 'm2', sites: [more], removed: [] })
    expect(begun.measures.map(({ sites }) => sites.length)).toEqual([1, 1])
    expect(withSiteList(listed, { measureId: 'm9', sites: [more], removed: [] })).toEqual(listed)
    expect(whyNotSites(listed, { measureId: 'm9', sites: [more], removed: [] })).toEqual({
      code: 'THING.NOT_FOUND',
      fields: ['measureId'],
    })
  })

  it('changes a site by its place, its unit or its point, and by nothing else', () => {
    const fate = (change: object) => siteFateOf(listed, 'm1', { ...row, ...change })
    expect(fate({})).toBe('same')
    expect(fate({ point })).toBe('same')
    expect(fate({ point: { ...point, latitude: 21.7 } })).toBe('changed')
    expect(fate({ place: '下塘' })).toBe('changed')
    expect(fate({ unitId: 'lead' })).toBe('changed')
    expect(fate({ name: '二号' })).toBe('added')
    expect(siteFateOf(listed, 'm9', row)).toBe('added')
  })
})

describe('who reads, and who answers', () => {
  const person = { membershipId: 'm7', name: '领导', unitId: 'office' }
  const official = { printed: '领导', person }

  it('is the official who leads it, once it is given out', () => {
    const draft = task({ leadOfficial: official })
    const given = task({ leadOfficial: official, assignments: [assignment('lead')] })
    const nobody = task({
      leadOfficial: { printed: '', person: null },
      assignments: given.assignments,
    })
    expect(readersOf(draft)).not.toContain('led:m7')
    expect(readersOf(given)).toContain('led:m7')
    expect(readersOf(nobody).some((key) => key.startsWith('led:'))).toBe(false)
  })

  it('is the unit that enters the event which its deadline waits for', () => {
    const waiting = (enteredBy: string | null) =>
      readersOf(
        task({
          assignments: [assignment('lead')],
          deadline: { ...dated, kinds: ['relative'], event: { text: '批复后', enteredBy } },
        }),
      )
    expect(waiting('planner')).toContain('unit:planner')
    expect(waiting(null)).not.toContain('unit:planner')
  })

  it('is nobody by a membership that there is not', () => {
    expect(readerKeyOfLed(resident)).toBeNull()
    expect(readerKeyOfLed(actor('cityLeader', { membershipId: 'm7' }))).toBe('led:m7')
  })

  it('is the only lead, else the only responsible unit; of several, nobody', () => {
    const of = (lead: string[], responsible: string[]) =>
      answeringUnitOf({ ...noUnits, lead, responsible })
    expect(of(['a'], ['b'])).toBe('a')
    expect(of([], ['b', 'b'])).toBe('b')
    expect(of(['a', 'c'], ['b'])).toBeNull()
    expect(of([], ['b', 'c'])).toBeNull()
    expect(of([], [])).toBeNull()
  })
})
