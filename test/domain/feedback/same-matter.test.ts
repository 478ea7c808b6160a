import { mergeTargets } from '@/domain/feedback/same-matter'
import { actor, county, otherCounty } from '../actors'
import { feedback } from '../builders'
import { on } from '../calendars'

const desk = actor('intake')
const facts = { ...on('2018-06-05'), isReporter: false }
const report = feedback({ id: 'new', taskId: 'task-1', pollutionTypes: ['water'] })
const other = (id: string, more: Parameters<typeof feedback>[0] = {}) =>
  feedback({ id, state: 'admitted', admittedOn: '2018-06-02', regionCode: otherCounty, ...more })
const targets = (...others: ReturnType<typeof other>[]) =>
  mergeTargets(report, others, desk, facts).map(({ id }) => id)

describe('reports into which one may be merged', () => {
  it('stand with those of the same task first, then of the same pollution, then of the place', () => {
    expect(
      targets(
        other('nothing'),
        other('place', { regionCode: county }),
        other('kind', { pollutionTypes: ['air', 'water'] }),
        other('task', { taskId: 'task-1' }),
        other('all', { taskId: 'task-1', pollutionTypes: ['water'], regionCode: county }),
      ),
    ).toEqual(['all', 'task', 'kind', 'place', 'nothing'])
  })

  it('stay in their order where they are alike, and two without a task are not alike by that', () => {
    const free = { ...report, taskId: null }
    const two = [other('b', { taskId: null }), other('a', { taskId: 'task-2' })]
    expect(mergeTargets(free, two, desk, facts).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('are only those that the law lets it go into', () => {
    expect(targets(other('over', { state: 'withdrawn' }), other('open'))).toEqual(['open'])
  })
})
