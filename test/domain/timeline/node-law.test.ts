import { type NodeFacts, nodeCase, nodeRules } from '@/domain/timeline/node-workflow'
import { isNodeOwed, nodesToConfirm, nodeStateOf, returnedFor } from '@/domain/timeline/node'
import { confirmNode, reportNode, returnNode } from '@/domain/timeline/node-transitions'
import type { TimelineAgreement } from '@/domain/timeline/timeline'
import { actor, county, staffOf } from '../actors'
import { dates, goingOn, timeline } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const plant = actor('enterpriseAgent', { unitId: 'plant' })
const doer = staffOf('doer')
const agreed = timeline({
  state: 'agreed',
  agreedDates: dates('2018-08-01', '2018-09-01'),
  agreedOn: '2018-06-06',
})
const facts = (more: Partial<NodeFacts> = {}): NodeFacts => ({
  ...on('2018-06-11'),
  regionCodes: [county],
  work: goingOn,
  firmHasAgent: true,
  ...more,
})
const said = { on: '2018-06-11', words: 'built', photoIds: [], fileIds: [], paperNumber: '7' }
const context = { ...facts(), at: 1 }
const reported = reportNode(agreed, 'm1', said, plant, context)

const whyNot = (
  event: keyof typeof nodeRules.table,
  by: typeof plant,
  more: Partial<NodeFacts> = {},
  of: TimelineAgreement = agreed,
) => {
  const known = facts(more)
  return nodeRules.whyNot(nodeCase(of, 'm1', known)!, event, by, known)?.code ?? null
}

describe('the law of a firm’s node', () => {
  it('lets the firm say it done, and the unit only for a firm that nobody acts for', () => {
    expect(whyNot('reportNode', plant)).toBeNull()
    expect(whyNot('reportNode', doer)).toBe('ACCESS.ROLE')
    expect(whyNot('reportNode', doer, { firmHasAgent: false })).toBeNull()
    expect(whyNot('reportNode', staffOf('other'), { firmHasAgent: false })).toBe('ACCESS.UNIT')
  })

  it('asks what is brought with it; the unit’s word for a firm has a paper', () => {
    const withPhoto = { ...said, photoIds: ['p'], paperNumber: null }
    expect(whyNot('reportNode', plant, { given: withPhoto })).toBeNull()
    expect(whyNot('reportNode', plant, { given: { ...said, on: '2018-06-12' } })).toBe(
      'TASK.DATE_AHEAD',
    )
    expect(whyNot('reportNode', plant, { given: { ...said, words: ' ' } })).toBe(
      'TASK.WORDS_REQUIRED',
    )
    expect(whyNot('reportNode', plant, { given: { ...said, paperNumber: null } })).toBe(
      'TASK.EVIDENCE_MISSING',
    )
    const unit = { firmHasAgent: false, given: withPhoto }
    expect(whyNot('reportNode', doer, unit)).toBe('TASK.PAPER_NUMBER_REQUIRED')
    expect(whyNot('reportNode', doer, { ...unit, given: said })).toBeNull()
  })

  it('is of a day that binds', () => {
    expect(whyNot('reportNode', plant, {}, timeline())).toBe('THING.STATE')
  })

  it('lets who reported it take it back with a reason, whoever that was', () => {
    expect(whyNot('undoNode', plant, {}, reported)).toBeNull()
    expect(whyNot('undoNode', doer, {}, reported)).not.toBeNull()
    expect(whyNot('undoNode', plant, { given: { reason: '' } }, reported)).toBe(
      'TASK.REASON_REQUIRED',
    )
    const alone = { ...context, firmHasAgent: false }
    const byUnit = reportNode(agreed, 'm1', said, doer, alone)
    expect(whyNot('undoNode', doer, {}, byUnit)).toBeNull()
  })

  it('has nothing to take back or return where it went with its measure', () => {
    const gone = { work: { ...goingOn, doneMeasureIds: ['m1'] } }
    expect(whyNot('undoNode', plant, gone)).toBe('THING.STATE')
    expect(whyNot('returnNode', doer, gone)).toBe('THING.STATE')
  })

  it('is confirmed or returned by the unit, never by the firm', () => {
    expect(whyNot('confirmNode', doer, {}, reported)).toBeNull()
    expect(whyNot('confirmNode', plant, {}, reported)).toBe('ACCESS.ROLE')
    expect(
      whyNot('confirmNode', doer, {}, confirmNode(reported, 'm1', { reason: null }, doer, context)),
    ).toBe('THING.STATE')
    expect(whyNot('returnNode', doer, { given: { reason: 'leaks' } }, reported)).toBeNull()
    const returned = returnNode(reported, 'm1', { reason: 'leaks' }, doer, context)
    expect(nodeStateOf(returned, 'm1', goingOn)).toBe('open')
    expect(returnedFor(returned, 'm1', goingOn)).toBe('leaks')
    const again = reportNode(returned, 'm1', said, plant, context)
    expect(returnedFor(again, 'm1', goingOn)).toBeNull()
    expect(nodesToConfirm(again, goingOn)).toHaveLength(1)
    expect(isNodeOwed(again, 'm1', goingOn)).toBe(true)
    expect(isNodeOwed(again, 'm1', { ...goingOn, doneMeasureIds: ['m1'] })).toBe(false)
    expect(isNodeOwed(timeline(), 'm1', goingOn)).toBe(false)
  })

  it('is no thing where the agreement has no such measure', () => {
    expect(nodeCase(agreed, 'm9', facts())).toBeNull()
    const act = () => reportNode(agreed, 'm9', said, plant, context)
    expect(refusalOf(act)).toBe('THING.NOT_FOUND measureId')
  })
})

describe('one report among others', () => {
  it('is settled, and the others stay as they were', () => {
    const returned = returnNode(reported, 'm1', { reason: 'leaks' }, doer, context)
    const again = reportNode(returned, 'm1', said, plant, context)
    const both = reportNode(again, 'm2', said, plant, context)
    const confirmed = confirmNode(both, 'm1', { reason: null }, doer, context)
    expect(confirmed.nodes?.map(({ measureId, outcome }) => [measureId, outcome])).toEqual([
      ['m1', 'returned'],
      ['m1', 'confirmed'],
      ['m2', null],
    ])
  })
})
