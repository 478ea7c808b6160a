import { noUnits } from '@/domain/organization/unit'
import { immediateDeadline } from '@/domain/task/deadline'
import { gapsOf, overlapsOf } from '@/domain/task/readiness'
import { queryTerms, searchTerms } from '@/domain/task/search-terms'
import { answeringUnitOf, measuresOfUnit, unitsWithAPart } from '@/domain/task/responsibility'
import { measure, task } from '../builders'

const found = (query: string, ...texts: string[]): boolean => {
  const terms = new Set(searchTerms(texts))
  return queryTerms(query).every((term) => terms.has(term))
}

describe('the search of the register', () => {
  it('finds Chinese text by any part of it', () => {
    expect(found('黑臭水体', '小东江黑臭水体治理')).toBe(true)
    expect(found('水', '小东江黑臭水体治理')).toBe(true)
    expect(found('臭黑', '小东江黑臭水体治理')).toBe(false)
  })

  it('takes full-width for half-width and capitals for small letters', () => {
    expect(found('ＰＭ２．５', 'pm2.5 浓度')).toBe(true)
    expect(found('pm2', 'ＰＭ２．５')).toBe(true)
  })

  it('asks for all the words of a query, in whatever text they stand', () => {
    expect(found('高州 污水', '生活污水处理', '高州市人民政府')).toBe(true)
    expect(found('信宜 污水', '生活污水处理', '高州市人民政府')).toBe(false)
  })

  it('joins nothing over a stop, and asks for nothing by signs alone', () => {
    expect(found('理信', '污水处理。信宜')).toBe(false)
    expect(queryTerms(' ,。 ')).toEqual([])
  })
})

describe('readiness', () => {
  it('names nothing for a task that can be assigned', () => {
    expect(gapsOf(task())).toEqual([])
  })

  it('names every gap', () => {
    const draft = task({
      units: noUnits,
      collectiveUnits: ['各县市区'],
      deadline: immediateDeadline('立行立改'),
      measures: [],
      regionCodes: [],
    })
    expect(gapsOf(draft)).toEqual([
      'noUnit',
      'collectiveUnit',
      'noCountedDate',
      'noMeasure',
      'noRegion',
    ])
  })

  it('tells several leads from none', () => {
    expect(gapsOf(task({ units: { ...noUnits, lead: ['a', 'b'] } }))).toEqual(['severalLeads'])
    expect(gapsOf(task({ units: { ...noUnits, responsible: ['a', 'b'] } }))).toEqual(['noLead'])
  })

  it('names units that stand twice among the doers or accept their own work', () => {
    const units = {
      lead: ['a'],
      responsible: ['b'],
      supporting: ['b'],
      supervising: ['c'],
      accepting: ['a', 'c'],
    }
    expect(overlapsOf({ units })).toEqual([
      { unitId: 'a', roles: ['lead', 'accepting'] },
      { unitId: 'b', roles: ['responsible', 'supporting'] },
    ])
  })
})

describe('responsibility', () => {
  it('answers through the lead, else through the only responsible unit', () => {
    expect(answeringUnitOf({ ...noUnits, lead: ['a'], responsible: ['b', 'c'] })).toBe('a')
    expect(answeringUnitOf({ ...noUnits, responsible: ['b'] })).toBe('b')
    expect(answeringUnitOf({ ...noUnits, responsible: ['b', 'c'] })).toBeNull()
    expect(answeringUnitOf({ ...noUnits, supporting: ['d'] })).toBeNull()
  })

  it('gives a unit the measures that name it and those that name nobody', () => {
    const measures = [
      measure({ id: 'all' }),
      measure({ id: 'own', units: { ...noUnits, lead: ['doer'] } }),
      measure({ id: 'other', units: { ...noUnits, responsible: ['x'], supporting: ['doer'] } }),
    ]
    expect(measuresOfUnit({ measures }, 'doer').map(({ id }) => id)).toEqual(['all', 'own'])
  })

  it('counts every role as a part in the task, each unit once', () => {
    expect(unitsWithAPart(task())).toEqual(['lead', 'doer', 'helper', 'acceptor', 'upper-acceptor'])
  })
})
