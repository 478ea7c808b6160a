import {
  newsOfRefusedExtension,
  newsOfReturned,
  newsOfReturnedPlan,
  newsOfRework,
} from '@/domain/task/returned-news'
import { withNextCycle } from '@/domain/task/cycle'
import { partsOf } from '@/domain/task/part'
import type { Demand } from '@/domain/task/verification'
import { noUnits } from '@/domain/organization/unit'
import { city, county, leaderOf, staffOf } from '../actors'
import { assignment, doneReport, measure, planned, task } from '../builders'

const running = task({
  state: 'inProgress',
  measures: [measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] } })],
  assignments: [planned('lead'), planned('doer')],
})
const part = partsOf(running).find(({ unitId }) => unitId === 'doer')!
const reported = { ...running, done: [doneReport(part.id, 'doer')] }

describe('a part that was said done and comes back', () => {
  it('is told at once to whoever said it done', () => {
    expect(newsOfReturned(reported, running, part.id, leaderOf('lead'), city)).toMatchObject([
      { notice: 'doneReturned', to: { unitId: 'doer', saidBy: 'staff-doer' }, regionCode: county },
    ])
  })

  it('is told to nobody who returned it, and of no part that was not reported or is gone', () => {
    expect(newsOfReturned(reported, running, part.id, staffOf('doer'), city)).toEqual([])
    expect(newsOfReturned(running, running, part.id, leaderOf('lead'), city)).toEqual([])
    const gone = { ...running, measures: [] }
    expect(newsOfReturned(reported, gone, part.id, leaderOf('lead'), city)).toEqual([])
  })
})

describe('a plan that comes back', () => {
  const returned = (change: Parameters<typeof assignment>[1]) =>
    newsOfReturnedPlan(
      task({ assignments: [assignment('doer', change)], regionCodes: [] }),
      'doer',
      city,
      7,
    )

  it('is told to who signed for the share, with the day by which it is owed', () => {
    const signed = { state: 'signedFor', personId: 'engineer', planDueOn: '2018-07-01' } as const
    expect(returned(signed)).toMatchObject([
      {
        node: 'plan.doer.7',
        dueOn: '2018-07-01',
        to: { unitId: 'doer', saidBy: 'engineer' },
        regionCode: city,
      },
    ])
  })

  it('is owed by no day where an approved one binds, and told to the unit where nobody signed', () => {
    const [news] = returned({ state: 'planned', planDueOn: '2018-07-01' })
    expect(news).toMatchObject({ dueOn: null, to: { unitId: 'doer' } })
    expect(news!.to).not.toHaveProperty('saidBy')
  })

  it('is told to nobody without a share', () => {
    expect(newsOfReturnedPlan(running, 'stranger', city, 7)).toEqual([])
  })
})

describe('an extension that was refused', () => {
  it('is told with the day that stands', () => {
    const extension = { id: 'e1', unitId: 'doer', from: '2018-09-30' }
    expect(newsOfRefusedExtension(running, extension, city)).toMatchObject([
      { notice: 'extensionRefused', node: 'extension.e1', dueOn: '2018-09-30' },
    ])
  })
})

describe('work that has to be done again', () => {
  const demand = (unitId: string, joinedDueOn?: string): Demand => ({
    ...{ unitId, measureIds: [], words: '补做' },
    ...(joinedDueOn !== undefined && { joined: { on: '2018-12-01', dueOn: joinedDueOn } }),
  })
  const again = (demands: readonly Demand[]) =>
    withNextCycle(
      running,
      {
        ...{ cause: 'returnForRework', on: '2018-11-20', dueOn: '2019-01-31' },
        ...{ reason: '没有做完', demands },
      },
      [],
    )
  const told = (before: typeof running, next: typeof running) =>
    newsOfRework(before, next, city).map(({ to, dueOn }) => [
      'unitId' in to ? to.unitId : '',
      dueOn,
    ])

  it('is told to each unit of which something is demanded, and to who answers for the whole', () => {
    expect(told(running, again([demand('doer')]))).toEqual([
      ['lead', '2019-01-31'],
      ['doer', '2019-01-31'],
    ])
  })

  it('is told only of what joined, by its own day, where the rework runs already', () => {
    const joined = again([demand('doer'), demand('helper', '2019-02-28')])
    expect(told(again([demand('doer')]), joined)).toEqual([
      ['lead', '2019-01-31'],
      ['helper', '2019-02-28'],
    ])
    expect(told(joined, joined)).toEqual([])
  })

  it('is told to the units of the demands alone where nobody answers for the whole', () => {
    const next = again([demand('doer')])
    const several = { ...next, units: { ...noUnits, lead: ['a', 'b'] } }
    expect(told(running, several)).toEqual([['doer', '2019-01-31']])
  })

  it('is nothing where no cycle asks for it', () => {
    expect(newsOfRework(running, running, city)).toEqual([])
  })
})
