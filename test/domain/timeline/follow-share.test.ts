import { newsOfNewUnit } from '@/domain/timeline/news'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import { timelineViewFor } from '@/domain/timeline/policy'
import { type NodeReport, type TimelineAgreement, timelineStates } from '@/domain/timeline/timeline'
import { followShare } from '@/domain/timeline/transitions'
import { allowedTimelineEvents } from '@/domain/timeline/workflow'
import { actor, county, staffOf } from '../actors'
import { dates, goingOn, timeline } from '../builders'
import { on } from '../calendars'

const context = { ...on('2018-06-11'), regionCodes: [county], at: 1, work: goingOn }
const old = { answerDueOn: '2018-06-05', turnSince: '2018-05-22', remindedOn: '2018-06-01' }
const offer = (by: 'unit' | 'enterprise' | 'coordinator') => ({
  ...{ round: 1, by, dates: dates('2018-08-01', '2018-09-01'), reason: null },
  ...{ planFileIds: [], at: 0 },
})
const open = (more: Partial<TimelineAgreement>) => timeline({ ...old, ...more })
const follow = (of: TimelineAgreement) => followShare(of, 'other', context)

describe('talks with a firm whose unit gave its share away', () => {
  it('go on with the new unit in every state, with all that was said', () => {
    for (const state of timelineStates) {
      const of = open({ state, offers: [offer('unit')], signatures: [{ side: 'unit', at: 1 }] })
      const { offers, signatures, round } = of
      expect(follow(of)).toMatchObject({ state, unitId: 'other', offers, signatures, round })
    }
  })

  it('are read and answered by the new unit, and no more by the old one', () => {
    const of = follow(open({ state: 'countered', offers: [offer('enterprise')] }))
    expect(timelineViewFor(of, staffOf('other'), [county])).toBe('unit')
    expect(timelineViewFor(of, staffOf('doer'), [county])).toBeNull()
    expect(allowedTimelineEvents(of, staffOf('other'), context)).toEqual([
      'propose',
      'accept',
      'refer',
    ])
    expect(allowedTimelineEvents(of, staffOf('doer'), context)).toEqual([])
    expect(allowedTimelineEvents(of, actor('coordinator'), context)).toEqual([])
    const task = { ...goingOn, number: '1', title: 'x', regionCodes: [county] }
    expect(
      obligationsOfTimeline(of, task, { ...on('2018-06-11'), rootRegion: '440900' }).map(
        ({ unitId }) => unitId,
      ),
    ).toEqual(['other'])
  })

  it('give the new unit the whole limit where it is the unit’s turn, and the firm no more time', () => {
    const anew = { answerDueOn: '2018-06-25', turnSince: '2018-06-11', remindedOn: null }
    expect(follow(open({ state: 'countered', offers: [offer('enterprise')] }))).toMatchObject(anew)
    expect(follow(open({ state: 'proposed', offers: [offer('unit')] }))).toMatchObject(old)
    const mediated = open({ state: 'mediated', offers: [offer('coordinator')], signatures: [] })
    expect(follow(mediated)).toMatchObject({ turnSince: '2018-06-11', remindedOn: null })
    const signed = { ...mediated, signatures: [{ side: 'unit' as const, at: 1 }] }
    expect(follow(signed)).toMatchObject(old)
    const noTurn = { answerDueOn: null, turnSince: null, remindedOn: null }
    expect(follow(open({ state: 'agreed', ...noTurn }))).toMatchObject(noTurn)
  })

  it('give it the whole limit for what the firm reported and nobody has confirmed', () => {
    const report: NodeReport = {
      ...{ measureId: 'm1', cycle: 1, by: 'enterprise', byId: 'p', on: '2018-05-20' },
      ...{ reportedOn: '2018-05-21', words: 'built', photoIds: [], fileIds: [], paperNumber: '7' },
      ...{ confirmDueOn: '2018-05-28', confirmDueProvisional: false },
      ...{ outcome: null, outcomeOn: null, reason: null },
    }
    const returned = { ...report, outcome: 'returned' as const, reason: 'no' }
    const { nodes } = follow(open({ state: 'agreed', nodes: [returned, report] }))
    expect(nodes?.map(({ confirmDueOn }) => confirmDueOn)).toEqual(['2018-05-28', '2018-06-18'])
  })

  it('know every unit that they were led by', () => {
    const twice = followShare(follow(open({})), 'third', context)
    expect(twice).toMatchObject({ unitId: 'third', formerUnitIds: ['doer', 'other'] })
  })

  it('tell the firm and the new unit, each time anew', () => {
    const told = { taskTitle: 'River', regionCodes: [county] }
    const once = { ...follow(open({ state: 'proposed' })), ...told }
    const news = newsOfNewUnit(once, '440900')
    expect(news.map(({ notice, to }) => [notice, 'unitId' in to && to.unitId])).toEqual([
      ['timelineHandedOver', 'other'],
      ['timelineHandedOver', 'plant'],
    ])
    const twice = { ...followShare(once, 'doer', context), ...told }
    expect(newsOfNewUnit(twice, '440900')[0]?.node).not.toBe(news[0]?.node)
  })
})
