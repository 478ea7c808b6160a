import { noUnits } from '@/domain/organization/unit'
import { isEachChecked } from '@/domain/task/check-conditions'
import { relativeDeadline } from '@/domain/task/deadline'
import { taskNeeds, whyNotRework } from '@/domain/task/needs'
import type { TaskFacts, TaskGiven } from '@/domain/task/facts'
import type { RectificationTask } from '@/domain/task/task'
import { actor, leaderOf, staffOf, village } from '../actors'
import { checker, cycle, planned, task, taskFacts, verification } from '../builders'
import { on } from '../calendars'

const office = actor('coordinator')
type Asked = Partial<TaskFacts> & { readonly of?: Partial<RectificationTask> }
/** The code with which a condition fails, of what is brought on 20 June 2018; null where it holds. */
const whyNot = (
  need: keyof typeof taskNeeds,
  given?: TaskGiven,
  { of, ...known }: Asked = {},
  by = office,
) =>
  taskNeeds[need](task(of), taskFacts(on('2018-06-20'), { ...known, ...(given && { given }) }), by)
    ?.code ?? null

describe('an event that starts the days', () => {
  const awaited = relativeDeadline('x', { text: '批复', enteredBy: 'lead' })
  const period = { count: 3, unit: 'month' as const }
  const entered = { happenedOn: '2018-06-01', period, paperNumber: '1', on: '2018-06-04' }

  it('is entered once by whom the office named, and corrected by the office with a reason', () => {
    const open = { of: { deadline: awaited } }
    expect(whyNot('eventAwaited', {}, open, staffOf('lead'))).toBeNull()
    const done = { of: { deadline: { ...awaited, event: { ...awaited.event!, entered } } } }
    expect(whyNot('eventAwaited', { reason: 'x' }, done, staffOf('lead'))).toBe('THING.STATE')
    expect(whyNot('eventAwaited', { reason: ' ' }, done)).toBe('TASK.REASON_REQUIRED')
    expect(whyNot('eventAwaited', undefined, done)).toBeNull()
    expect(whyNot('eventAwaited', {})).toBe('THING.STATE')
  })

  it('has a day that has come, and a paper', () => {
    expect(whyNot('eventDay', { on: '2018-06-20' })).toBeNull()
    expect(whyNot('eventDay', { on: '2018-06-21' })).toBe('TASK.DATE_AHEAD')
    expect(whyNot('eventDay', {})).toBe('TASK.DATE_AHEAD')
    expect(whyNot('eventPaper', { paperNumber: ' ' })).toBe('TASK.PAPER_NUMBER_REQUIRED')
  })
})

describe('sites and rhythms', () => {
  it('are those of a measure that the task has', () => {
    expect(whyNot('sitesFit')).toBeNull()
    expect(whyNot('sitesFit', undefined, { of: { measures: [] } })).toBe('THING.STATE')
    expect(whyNot('sitesFit', {})).toBe('THING.STATE')
    expect(whyNot('rhythmOpen')).toBe('THING.STATE')
    expect(whyNot('rhythmOpen', { measureId: 'm1' })).toBe('THING.STATE')
  })
})

describe('the villages that are asked', () => {
  const asking = {
    id: 'a1',
    dueOn: '2018-06-19',
    villageCodes: [village],
    heardCodes: [],
    isAnswered: false,
  }
  const of = { villageCodes: [village] }

  it('are asked before the self-check, and again only where one was not', () => {
    expect(whyNot('villagesAsked', undefined, { of })).toBe('TASK.VILLAGE_NOT_ASKED')
    expect(whyNot('villageToAsk', undefined, { of })).toBeNull()
    expect(whyNot('villageToAsk', undefined, { of, asking })).toBe('THING.STATE')
  })

  it('are called on once they were silent past their day', () => {
    const overdue = (given?: TaskGiven, known = asking) =>
      whyNot('villageOverdue', given, { of, asking: known })
    expect(overdue()).toBeNull()
    expect(overdue({ villageCode: village })).toBeNull()
    expect(overdue({})).toBe('THING.STATE')
    expect(overdue(undefined, { ...asking, dueOn: '2018-06-20' })).toBe('THING.STATE')
    expect(whyNot('villageOverdue', undefined, { of })).toBe('THING.STATE')
  })

  it('hold the close-out until they were answered; a task of no village waits for nobody', () => {
    expect(whyNot('unsatisfiedAnswered')).toBeNull()
    expect(whyNot('unsatisfiedAnswered', undefined, { of })).toBe('TASK.OPINION_UNANSWERED')
    expect(whyNot('unsatisfiedAnswered', undefined, { of, asking })).toBe('TASK.OPINION_UNANSWERED')
    const answered = { ...asking, isAnswered: true }
    expect(whyNot('unsatisfiedAnswered', undefined, { of, asking: answered })).toBeNull()
  })

  it('are called on by nobody who does the work', () => {
    const by = (unitId: string | null) =>
      whyNot('foreignToWork', undefined, {}, actor('inspector', { unitId }))
    expect([by(null), by('office'), by('doer')]).toEqual([null, null, 'ACCESS.UNIT'])
  })
})

describe('the self-check', () => {
  it('is signed by the leader, or by the number of the paper that the leader signed', () => {
    const parted = { of: { assignments: [planned('lead')] } }
    expect(whyNot('leaderSignOff')).toBeNull()
    expect(whyNot('leaderSignOff', { signOffNumber: '1' })).toBeNull()
    expect(whyNot('leaderSignOff', {}, parted, staffOf('lead'))).toBe('TASK.SIGN_OFF_MISSING')
    expect(whyNot('leaderSignOff', {}, parted, leaderOf('lead'))).toBeNull()
    const partless = { of: { measures: [], units: noUnits } }
    expect(whyNot('leaderSignOff', {}, partless, leaderOf('lead'))).toBe('TASK.SIGN_OFF_MISSING')
  })

  it('says something on every standard', () => {
    expect(whyNot('standards', {})).toBe('TASK.WORDS_REQUIRED')
  })
})

describe('acceptance', () => {
  it('has checkers, every measure, and demands where something is missing', () => {
    expect(whyNot('checkers', {})).toBe('TASK.CHECKERS')
    expect(whyNot('measuresChecked', {})).toBe('TASK.MEASURE_UNCHECKED')
    expect(whyNot('demands', {})).toBe('TASK.DEMAND_REQUIRED')
    expect(whyNot('chainGiven')).toBeNull()
    expect(whyNot('chainGiven', {})).not.toBeNull()
  })

  it('takes no measure twice, and no missing one without words', () => {
    const of = task()
    const seen = { measureId: 'm1', inPlace: false, words: 'a gap' }
    expect(isEachChecked(of, [seen])).toBe(true)
    expect(isEachChecked(of, [{ ...seen, words: ' ' }])).toBe(false)
    expect(isEachChecked(of, [seen, seen])).toBe(false)
    expect(isEachChecked(of, [{ ...seen, measureId: 'm9' }])).toBe(false)
  })

  it('names the first thing that a rework lacks: the reason, the day, the demands', () => {
    const facts = (given: TaskGiven) => taskFacts(on('2018-06-20'), { given })
    const why = (given: TaskGiven) => whyNotRework(task(), facts(given), office)?.code
    expect(why({})).toBe('TASK.REASON_REQUIRED')
    expect(why({ reason: 'x' })).toBe('TASK.DATE_PAST')
    expect(why({ reason: 'x', on: '2018-06-20' })).toBe('TASK.DEMAND_REQUIRED')
  })

  it('is re-checked by somebody who took no step of it, with a photo of a relapse', () => {
    const checks = [verification([checker('a'), checker('b')])]
    const by = (personId: string) =>
      whyNot(
        'anotherInspector',
        undefined,
        { of: { cycles: [cycle({ checks })] } },
        actor('inspector', { personId }),
      )
    expect([by('a'), by('c')]).toEqual(['ACCESS.SAME_PERSON', null])
    expect(whyNot('relapsePhoto', {})).toBeNull()
    expect(whyNot('relapsePhoto', { relapsed: true })).toBe('TASK.PHOTO_REQUIRED')
    expect(whyNot('relapsePhoto', { relapsed: true, photoIds: ['p'] })).toBeNull()
    expect(whyNot('newDeadline', {})).toBe('TASK.DATE_PAST')
  })

  it('is taken back until the next step: a check, or the notice that comes first', () => {
    const taken = (more: Parameters<typeof cycle>[0]) =>
      whyNot('nextStepNotTaken', undefined, { of: { cycles: [cycle(more)] } })
    const request = { on: '2018-06-11', byId: 'staff-lead', reportNumber: '1' }
    const preNotice = { from: '2018-06-11', workingDays: 10 }
    expect(taken({})).toBeNull()
    expect(taken({ request, preNotice })).toBeNull()
    expect(taken({ preNotice })).toBe('TASK.NEXT_STEP_TAKEN')
    expect(taken({ request, checks: [verification([checker('a'), checker('b')])] })).toBe(
      'TASK.NEXT_STEP_TAKEN',
    )
  })
})

describe('what holds the way out', () => {
  it('is one objection that nobody has decided', () => {
    expect(whyNot('noOpenObjection', undefined, { objectionsOpen: 0 })).toBeNull()
    expect(whyNot('noOpenObjection', undefined, { objectionsOpen: 1 })).toBe('TASK.OBJECTION_OPEN')
  })

  it('is a notice that the round asks for before the request and that was not held', () => {
    const asked = cycle({ preNoticeAsked: true })
    expect(whyNot('preNoticeHeld', undefined, { of: { cycles: [cycle()] } })).toBeNull()
    expect(whyNot('preNoticeHeld', undefined, { of: { cycles: [asked] } })).toBe(
      'TASK.PRE_NOTICE_DUE',
    )
    const preNotice = { from: '2018-06-04', workingDays: 10 }
    const held = { of: { cycles: [{ ...asked, preNotice }] } }
    expect(whyNot('preNoticeHeld', undefined, held)).toBeNull()
  })
})
