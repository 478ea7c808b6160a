import { noUnits } from '@/domain/organization/unit'
import { stagedDeadline } from '@/domain/task/deadline'
import type { PartId } from '@/domain/task/done-report'
import { partsOf } from '@/domain/task/part'
import { recordNoPart, reportDone, returnDone, undoDone } from '@/domain/task/part-transitions'
import { allowedPartEvents, whyNotPart } from '@/domain/task/part-workflow'
import { nextNodeDueOn, scheduleOf } from '@/domain/task/schedule'
import type { RectificationTask } from '@/domain/task/task'
import { RuleError } from '@/domain/refusal'
import { bystanders, leaderOf, staffOf } from '../actors'
import { cycle, measure, planDueOn, planned, task } from '../builders'
import { on } from '../calendars'

const context = on('2018-07-02')
const coordinator = bystanders['coordinator of the county']!

/** Unit `lead` and unit `doer` both owe measure m1; only `doer` owes m2. */
const underway = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({
    state: 'inProgress',
    measures: [measure(), measure({ id: 'm2', units: { ...noUnits, responsible: ['doer'] } })],
    assignments: [planned('lead'), planned('doer')],
    ...more,
  })

const given = {
  on: '2018-07-01',
  words: 'built',
  photoIds: [],
  fileIds: [],
  paperNumber: '粤环函〔2018〕1号',
}

const codeOf = (work: () => unknown): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof RuleError) return `${error.code} ${error.fields.join(' ')}`.trim()
    throw error
  }
}

const say = (of: RectificationTask, id: PartId, unitId: string, day = given.on) =>
  reportDone(of, id, { ...given, on: day }, staffOf(unitId), context)

const openOf = (of: RectificationTask): PartId[] =>
  partsOf(of)
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id }) => id)

describe('parts of a task', () => {
  it('a measure is owed by the units it names, else by each unit with a share', () => {
    expect(openOf(underway())).toEqual(['measure.m1.lead', 'measure.m1.doer', 'measure.m2.doer'])
  })

  it('a measure is done on the day of its last share', () => {
    const first = say(underway(), 'measure.m1.lead', 'lead', '2018-06-30')
    expect(first.measures[0]?.doneOn).toBeNull()
    const both = say(first, 'measure.m1.doer', 'doer', '2018-06-12')
    expect(both.measures[0]?.doneOn).toBe('2018-06-30')
    expect(openOf(both)).toEqual(['measure.m2.doer'])
  })

  it('a share that is done asks its unit for nothing more', () => {
    const share = { ...planned('lead'), plan: planDueOn('2018-07-01') }
    const behind = underway({ assignments: [share, planned('doer')] })
    expect(scheduleOf(behind, '2018-07-02').state).toBe('behind')
    const said = say(behind, 'measure.m1.lead', 'lead')
    expect(scheduleOf(said, '2018-07-02').state).toBe('onSchedule')
    expect(nextNodeDueOn(said)).toBe('2018-12-01')
  })

  it('a measure with sites is done by its last site and never said done by itself', () => {
    const site = (id: string, unitId: string) => ({ id, name: `site ${id}`, place: 'town', unitId })
    const sites = [site('1', 'doer'), site('2', 'doer'), site('3', 'lead')]
    let running = underway({ measures: [measure({ sites })] })
    expect(openOf(running)).toEqual(['site.m1.3', 'site.m1.1', 'site.m1.2'])
    expect(codeOf(() => say(running, 'measure.m1.doer', 'doer'))).toBe('THING.NOT_FOUND')
    running = say(running, 'site.m1.1', 'doer', '2018-06-20')
    running = say(running, 'site.m1.3', 'lead', '2018-06-25')
    expect(running.measures[0]?.doneOn).toBeNull()
    running = say(running, 'site.m1.2', 'doer', '2018-06-21')
    expect(running.measures[0]?.doneOn).toBe('2018-06-25')
  })

  it('a done measure takes its open milestones with it, and gives them back', () => {
    const plan = planDueOn('2018-12-01')
    const milestones = [
      { id: '1', text: 'dig', dueOn: '2018-09-01', weight: 40 },
      { id: '2', text: 'build', dueOn: '2018-12-01', weight: 60 },
    ]
    const measures = plan.measures.map((planned) => ({ ...planned, milestones }))
    const share = { ...planned('lead'), plan: { ...plan, measures } }
    const running = underway({ measures: [measure()], assignments: [share] })
    const dug = say(running, 'milestone.m1.lead.1', 'lead', '2018-06-20')
    const done = say(dug, 'measure.m1.lead', 'lead', '2018-06-30')
    const daysOf = (of: RectificationTask) =>
      of.assignments[0]?.plan?.measures[0]?.milestones.map(({ doneOn }) => doneOn)
    expect(daysOf(done)).toEqual(['2018-06-20', '2018-06-30'])
    const undone = undoDone(done, 'measure.m1.lead', { reason: 'x' }, staffOf('lead'), context)
    expect(daysOf(undone)).toEqual(['2018-06-20', null])
    // It was never said of the second milestone itself: there is nothing to take back.
    expect(
      codeOf(() =>
        undoDone(done, 'milestone.m1.lead.2', { reason: 'x' }, staffOf('lead'), context),
      ),
    ).toBe('THING.STATE')
  })

  it('a stage of the whole is said done by the answering unit; the last one is the end itself', () => {
    const deadline = stagedDeadline('x', [
      { on: '2018-06-30', result: 'half' },
      { on: '2018-12-31', result: 'all' },
    ])
    const running = underway({ deadline, measures: [] })
    expect(openOf(running)).toEqual(['stage.whole.lead.0'])
    expect(nextNodeDueOn(running)).toBe('2018-06-30')
    const said = say(running, 'stage.whole.lead.0', 'lead')
    expect(said.deadline.stages.map(({ doneOn }) => doneOn)).toEqual(['2018-07-01', null])
    expect(nextNodeDueOn(said)).toBe('2018-12-31')
    expect(codeOf(() => say(running, 'stage.whole.lead.0', 'doer'))).toBe('ACCESS.UNIT')
  })

  it('the lead may record that a unit has no part, but not of the last one', () => {
    const why = { reason: 'not in its county' }
    const byLead = (of: RectificationTask, id: PartId) =>
      recordNoPart(of, id, why, staffOf('lead'), context)
    const without = byLead(underway(), 'measure.m1.doer')
    expect(without.measures[0]?.doneOn).toBeNull()
    expect(say(without, 'measure.m1.lead', 'lead').measures[0]?.doneOn).toBe('2018-07-01')
    expect(codeOf(() => recordNoPart(without, 'measure.m1.lead', why, coordinator, context))).toBe(
      'TASK.NOBODY_LEFT',
    )
    expect(codeOf(() => byLead(underway(), 'measure.m2.doer'))).toBe('TASK.NOBODY_LEFT')
    const unplanned = { ...planned('doer'), state: 'signedFor' as const }
    const early = underway({ state: 'assigned', assignments: [planned('lead'), unplanned] })
    expect(codeOf(() => byLead(early, 'measure.m1.doer'))).toBeNull()
  })
})

describe('reporting done', () => {
  const whyNot = (more: Partial<typeof given>, of = underway()) =>
    codeOf(() => reportDone(of, 'measure.m1.lead', { ...given, ...more }, staffOf('lead'), context))

  it('takes today and any day before, also before the assignment, and none ahead', () => {
    expect(whyNot({ on: '2018-07-02' })).toBeNull()
    expect(whyNot({ on: '2018-07-03' })).toBe('TASK.DATE_AHEAD on')
    expect(whyNot({ on: '2017-01-01' })).toBeNull()
  })

  it('keeps the day of reporting beside the day', () => {
    const [report] = say(underway(), 'measure.m1.lead', 'lead', '2018-06-30').done
    expect(report).toMatchObject({ on: '2018-06-30', reportedOn: '2018-07-02', noPart: false })
  })

  it('asks for words and for any one of photo, file and paper number', () => {
    expect(whyNot({ words: '  ' })).toBe('TASK.WORDS_REQUIRED words')
    expect(whyNot({ paperNumber: '' })).toBe('TASK.EVIDENCE_MISSING photoIds fileIds paperNumber')
    const none = { ...given, paperNumber: null }
    const why = (more: object) =>
      codeOf(() =>
        reportDone(underway(), 'measure.m1.lead', { ...none, ...more }, staffOf('lead'), context),
      )
    expect(why({})).toBe('TASK.EVIDENCE_MISSING photoIds fileIds paperNumber')
    expect(why({ photoIds: ['p'] })).toBeNull()
    expect(why({ fileIds: ['f'] })).toBeNull()
  })

  it('waits for the own plan, and not for those of others', () => {
    const mixed = (own: 'planned' | 'planSubmitted') =>
      underway({
        state: 'assigned',
        assignments: [
          { ...planned('lead'), state: own },
          { ...planned('doer'), state: 'signedFor' },
        ],
      })
    expect(whyNot({}, mixed('planned'))).toBeNull()
    expect(whyNot({}, mixed('planSubmitted'))).toBe('THING.STATE')
  })

  it('is done once: a second report of a done part is refused', () => {
    expect(whyNot({}, say(underway(), 'measure.m1.lead', 'lead'))).toBe('THING.STATE')
  })

  it('ends with the self-check, and so does undoing', () => {
    const checked = { ...say(underway(), 'measure.m1.lead', 'lead'), state: 'selfChecked' as const }
    expect(whyNot({}, { ...underway(), state: 'selfChecked' })).toBe('THING.STATE')
    expect(
      codeOf(() => undoDone(checked, 'measure.m1.lead', { reason: 'x' }, staffOf('lead'), context)),
    ).toBe('THING.STATE')
  })
})

describe('returning what was said done', () => {
  const doneByDoer = say(underway(), 'measure.m2.doer', 'doer')
  const doneByLead = say(underway(), 'measure.m1.lead', 'lead')
  const back = (of: RectificationTask, id: PartId, by = staffOf('lead'), reason = 'no proof') =>
    codeOf(() => returnDone(of, id, { reason }, by, context))

  it('is the lead unit’s for others, the office’s for the lead', () => {
    expect(back(doneByDoer, 'measure.m2.doer')).toBeNull()
    expect(back(doneByDoer, 'measure.m2.doer', leaderOf('lead'))).toBeNull()
    expect(back(doneByDoer, 'measure.m2.doer', coordinator)).toBe('ACCESS.UNIT')
    expect(back(doneByLead, 'measure.m1.lead')).toBe('ACCESS.UNIT')
    expect(back(doneByLead, 'measure.m1.lead', coordinator)).toBeNull()
    expect(back(doneByDoer, 'measure.m2.doer', staffOf('doer'))).toBe('ACCESS.UNIT')
  })

  it('needs a reason and makes the part owed again', () => {
    expect(back(doneByDoer, 'measure.m2.doer', staffOf('lead'), ' ')).toBe(
      'TASK.REASON_REQUIRED reason',
    )
    const again = returnDone(
      doneByDoer,
      'measure.m2.doer',
      { reason: 'x' },
      staffOf('lead'),
      context,
    )
    expect(openOf(again)).toContain('measure.m2.doer')
    expect(again.measures[1]?.doneOn).toBeNull()
  })

  it('offers each person what that person may do', () => {
    const offered = (of: RectificationTask, by = staffOf('lead')) =>
      partsOf(of).map((part) => `${part.id}: ${allowedPartEvents(of, part, by, context).join(' ')}`)
    expect(offered(doneByDoer)).toEqual([
      'measure.m1.lead: reportDone',
      'measure.m1.doer: recordNoPart',
      'measure.m2.doer: returnDone',
    ])
    expect(offered(doneByDoer, staffOf('doer'))).toEqual([
      'measure.m1.lead: ',
      'measure.m1.doer: reportDone',
      'measure.m2.doer: undoDone',
    ])
  })

  it('tells a stranger nothing of parts', () => {
    const why = (by: Parameters<typeof whyNotPart>[3]) =>
      whyNotPart(doneByDoer, 'measure.none', 'reportDone', by, context)?.code
    expect(why(staffOf('doer'))).toBe('THING.NOT_FOUND')
    expect(why(coordinator)).toBe('ACCESS.ROLE')
  })
})

describe('a part that was opened again', () => {
  const asked = (cause: 'reopened' | 'returnForRework', measureIds = ['m1']) => ({
    ...{ cause, on: '2018-06-20', reason: 'black again', dueOn: '2018-10-01' },
    demands: [{ unitId: 'lead', words: 'dig anew', measureIds }],
  })
  const again = (...of: Parameters<typeof asked>) =>
    underway({ cycles: [cycle({ ordinal: 2, rework: asked(...of) })] })
  const shareIn = (of: RectificationTask) => partsOf(of).find(({ id }) => id === 'measure.m1.lead')!

  it('has the day of the relapse; after a rework its old one stands', () => {
    expect(shareIn(again('reopened')).dueOn).toBe('2018-10-01')
    expect(shareIn(again('returnForRework')).dueOn).toBe('2018-12-01')
    expect(shareIn(again('reopened', ['m2'])).dueOn).toBe('2018-12-01')
  })

  it('is not done before it was asked for, and neither is the demand', () => {
    expect(shareIn(again('returnForRework')).notBefore).toBe('2018-06-20')
    const early = (id: PartId) =>
      codeOf(() => say(again('returnForRework'), id, 'lead', '2018-06-19'))
    expect(early('measure.m1.lead')).toBe('TASK.DATE_BEFORE_DEMAND on')
    expect(early('demand.2.0')).toBe('TASK.DATE_BEFORE_DEMAND on')
    const said = say(again('returnForRework'), 'demand.2.0', 'lead', '2018-06-20')
    expect(partsOf(said).find(({ id }) => id === 'demand.2.0')?.doneOn).toBe('2018-06-20')
  })
})

describe('what belongs to the whole', () => {
  const deadline = stagedDeadline('x', [
    { on: '2018-06-30', result: 'half' },
    { on: '2018-12-31', result: 'all' },
  ])
  const wholeOf = (more: Partial<RectificationTask>) =>
    openOf(underway({ deadline, measures: [], ...more }))

  it('is the first share’s where no unit is named, and nobody’s before there is one', () => {
    expect(wholeOf({ units: noUnits })).toEqual(['stage.whole.lead.0'])
    expect(wholeOf({ units: noUnits, assignments: [] })).toEqual([])
  })

  it('is never put off a unit: only a share of a measure is', () => {
    const staged = underway({ measures: [measure({ deadline })] })
    const put = () =>
      recordNoPart(staged, 'stage.m1.doer.0', { reason: 'x' }, staffOf('lead'), context)
    expect(codeOf(put)).toBe('THING.STATE')
  })
})
