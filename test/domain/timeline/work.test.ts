import { isNodeOwed, nodeStateOf } from '@/domain/timeline/node'
import { nodeCase } from '@/domain/timeline/node-workflow'
import { reportNode } from '@/domain/timeline/node-transitions'
import { type TimelineAgreement, timelineStates } from '@/domain/timeline/timeline'
import { accept, followWork, reopenTerms } from '@/domain/timeline/transitions'
import { measuresInTalk } from '@/domain/timeline/turns'
import { boundDates, type TimelineWork } from '@/domain/timeline/work'
import { actor, county, staffOf } from '../actors'
import { dates, goingOn, timeline } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const plant = actor('enterpriseAgent', { unitId: 'plant' })
const at = (today: string, work: TimelineWork) => ({
  ...on(today),
  regionCodes: [county],
  work,
  at: 1,
})
const agreed = timeline({
  state: 'agreed',
  agreedDates: dates('2018-08-01', '2018-09-01'),
  agreedOn: '2018-06-06',
  answerDueOn: null,
  turnSince: null,
})
const [first, second] = agreed.measures.map(({ id }) => id) as [string, string]
const over = { ...goingOn, isOver: true }
const follow = (one: TimelineAgreement, work: TimelineWork) =>
  followWork(one, at('2018-06-11', work))

describe('an agreement and the work on its task', () => {
  it('ends in every state when the task’s work is over or all its measures are done, not before', () => {
    const allDone = { ...goingOn, doneMeasureIds: [first, second] }
    for (const state of timelineStates.filter((each) => each !== 'ended'))
      for (const work of [over, allDone])
        expect(follow(timeline({ state }), work)).toMatchObject({
          event: 'endAgreement',
          next: { state: 'ended', answerDueOn: null, turnSince: null },
        })
    expect(follow(agreed, { ...goingOn, doneMeasureIds: [first] })).toBeNull()
  })

  it('keeps its dates as history: nothing binds the firm any more', () => {
    const { next } = follow(agreed, over)!
    expect(next.agreedDates).toEqual(agreed.agreedDates)
    expect(boundDates(next)).toEqual([])
    expect(isNodeOwed(next, first, goingOn)).toBe(false)
  })

  it('goes on as it was when that is taken back in the same cycle, with the whole limit again', () => {
    expect(follow(follow(agreed, over)!.next, goingOn)).toMatchObject({
      event: 'resumeAgreement',
      next: { state: 'agreed', answerDueOn: null, ended: null },
    })
    expect(follow(follow(timeline(), over)!.next, goingOn)?.next).toMatchObject({
      state: 'proposed',
      turnSince: '2018-06-11',
    })
  })

  it('is history in a new cycle, until either side offers dates for what is open again', () => {
    const again = { isOver: false, doneMeasureIds: [first], cycle: 2 }
    const { next: ended } = follow(agreed, over)!
    expect(follow(ended, again)).toBeNull()
    const offer = (given: typeof ended.agreedDates) => ({ dates: given ?? [], reason: 'rework' })
    const open = dates('2018-10-01', '2018-11-01').slice(1)
    const reopened = reopenTerms(ended, offer(open), staffOf('doer'), at('2018-06-12', again))
    expect(reopened).toMatchObject({ state: 'proposed', ended: null, agreedDates: null })
    expect(isNodeOwed(reopened, second, again)).toBe(false)
    expect(measuresInTalk(reopened).map(({ id }) => id)).toEqual([second])
    const both = offer(dates('2018-10-01', '2018-11-01'))
    expect(refusalOf(() => reopenTerms(ended, both, plant, at('2018-06-12', again)))).toBe(
      'TIMELINE.DATE_MISSING dates',
    )
  })

  it('keeps what is done through talks about the rest, with the day that it was agreed for', () => {
    const work = { ...goingOn, doneMeasureIds: [first] }
    const rest = dates('2018-10-01', '2018-11-01').slice(1)
    const given = { dates: rest, reason: 'the permit is late' }
    const open = reopenTerms(agreed, given, staffOf('doer'), at('2018-06-12', work))
    expect(nodeCase(open, first, { work })?.state).toBe('done')
    expect(boundDates(open)).toEqual(agreed.agreedDates)
    const next = accept(open, { round: open.round }, plant, at('2018-06-13', work))
    expect(boundDates(next)).toEqual([agreed.agreedDates![0], ...rest])
    // What is said not to be done after all is owed again, as it was agreed.
    for (const one of [open, next]) expect(isNodeOwed(one, first, goingOn)).toBe(true)
  })

  it('is not reopened where nothing is open', () => {
    const { next: ended } = follow(agreed, over)!
    const given = { dates: agreed.agreedDates!, reason: 'x' }
    const none = { ...goingOn, doneMeasureIds: [first, second] }
    expect(refusalOf(() => reopenTerms(ended, given, plant, at('2018-06-12', none)))).toBe(
      'THING.STATE',
    )
  })

  it('counts a node of its own cycle only', () => {
    const said = {
      on: '2018-06-11',
      words: 'built',
      photoIds: [],
      fileIds: [],
      paperNumber: '7',
    }
    const context = { ...at('2018-06-11', goingOn), firmHasAgent: true }
    const reported = reportNode(agreed, first, said, plant, context)
    expect(nodeStateOf(reported, first, goingOn)).toBe('reported')
    expect(nodeStateOf(reported, first, { ...goingOn, cycle: 2 })).toBe('open')
  })
})
