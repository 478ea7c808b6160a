import { taskStates } from '@/domain/task/task'
import { allowedTaskEvents, openTaskEvents, type TaskEvent } from '@/domain/task/workflow'
import { actor, leaderOf, staffOf } from '../actors'
import { assignment, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { type Attempt, attempt, type Condition } from './attempt'

const office = actor('coordinator')
const lead = leaderOf('lead')
const system = actor('system')

const conditions: Condition[] = []
const condition = (...rule: Condition): void => {
  conditions.push(rule)
}

const demands = [{ unitId: 'lead', words: 'mend it', measureIds: [] }]
const rework: Attempt = {
  event: 'returnForRework',
  state: 'underNotice',
  by: office,
  given: { reason: 'leaks', on: '2018-06-04', demands },
  of: { assignments: [planned('lead')] },
}
condition(
  'returns for rework only with a reason',
  rework,
  { given: { on: '2018-06-04' } },
  'TASK.REASON_REQUIRED',
)
condition(
  'returns for rework only with a date that is not past',
  rework,
  { given: { reason: 'leaks', on: '2018-06-03' } },
  'TASK.DATE_PAST',
)
condition(
  'returns for rework only with what has to be done again',
  rework,
  { given: { reason: 'leaks', on: '2018-06-04', demands: [] } },
  'TASK.DEMAND_REQUIRED',
)
condition(
  'lets a rework date lie after the deadline',
  { ...rework, given: { reason: 'leaks', on: '2019-06-01', demands } },
  { given: { reason: 'leaks' } },
  'TASK.DATE_PAST',
)

condition(
  "records the upper level's answer only with its document number",
  { event: 'recordUpper', state: 'reportedUp', by: office, given: { upperDocumentNumber: '1' } },
  { given: {} },
  'TASK.DECISION_NUMBER_REQUIRED',
)

const reopen: Attempt = {
  event: 'reopen',
  state: 'closed',
  by: office,
  given: { reason: 'black again', on: '2018-12-31', demands },
  of: { assignments: [planned('lead')] },
}
condition(
  'reopens only on a finding',
  reopen,
  { given: { on: '2018-12-31' } },
  'TASK.REASON_REQUIRED',
)
condition(
  'reopens only with a new deadline',
  reopen,
  { given: { reason: 'black again' } },
  'TASK.DATE_PAST',
)

condition(
  'begins rectification when every plan is approved',
  {
    event: 'startRectifying',
    state: 'assigned',
    by: system,
    of: { assignments: [planned('lead')] },
  },
  { of: { assignments: [planned('lead'), assignment('doer')] } },
  'TASK.ASSIGNMENT_OPEN',
)
condition(
  'begins no rectification without a unit',
  {
    event: 'startRectifying',
    state: 'assigned',
    by: system,
    of: { assignments: [planned('lead')] },
  },
  { of: {} },
  'TASK.ASSIGNMENT_OPEN',
)

describe('notice, close-out and after', () => {
  it.each(conditions)('%s', (_rule, met, broken, code) => {
    expect(attempt(met)).toBeNull()
    expect(attempt({ ...met, ...broken })).toBe(code)
  })

  it('offers an event before anybody has typed what it asks for', () => {
    const facts = taskFacts(on('2018-06-04'))
    expect(allowedTaskEvents(task(), office, facts)).toEqual([
      'consult',
      'assign',
      'cancelTask',
      'changeChain',
    ])
    const withGiven = { ...facts, given: { reason: '' } }
    expect(allowedTaskEvents(task(), office, withGiven)).toEqual([
      'consult',
      'assign',
      'cancelTask',
      'changeChain',
    ])
  })

  it('says what is still missing for an event that is not offered yet', () => {
    const facts = taskFacts(on('2018-06-04'))
    const open = openTaskEvents(task({ state: 'inProgress' }), lead, facts)
    expect(open.find(({ event }) => event === 'selfCheck')?.missing).toEqual({
      code: 'TASK.MEASURE_UNFINISHED',
    })
    expect(open.find(({ event }) => event === 'report')?.missing).toBeNull()
  })

  it('offers nobody what waits for a fact that nothing causes yet', () => {
    const waiting: TaskEvent[] = [
      'noticeFirst',
      'preNoticeElapsed',
      'verify',
      'publishNotice',
      'noticeElapsed',
    ]
    const everybody = [office, lead, system, staffOf('doer'), actor('inspector')]
    const facts = taskFacts(on('2018-06-04'), { released: true })
    for (const state of taskStates)
      for (const by of everybody)
        expect(
          allowedTaskEvents(task({ state }), by, facts).filter((event) => waiting.includes(event)),
        ).toEqual([])
  })
})
