import { noUnits } from '@/domain/organization/unit'
import { addDays } from '@/domain/calendar/day'
import {
  type Deadline,
  immediateDeadline,
  longTermDeadline,
  recurringDeadline,
  relativeDeadline,
} from '@/domain/task/deadline'
import { overdueDays } from '@/domain/task/schedule'
import type { TaskFacts } from '@/domain/task/facts'
import {
  assign,
  type AssignmentChoices,
  cancelDraft,
  cancelTask,
  split,
} from '@/domain/task/transitions'
import { actor, county, otherCounty, resident } from '../actors'
import { measure, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const office = actor('coordinator')
const facts = (more: Partial<TaskFacts> = {}): TaskFacts => taskFacts(on('2018-06-01'), more)

const choices = (more: Partial<AssignmentChoices> = {}): AssignmentChoices => ({
  leadUnitId: 'lead',
  responsibleUnitIds: ['doer'],
  supportingUnitIds: [],
  villageCodes: [],
  enterpriseIds: [],
  countedOn: null,
  eventEnteredBy: null,
  ...more,
})

describe('assigning a task', () => {
  it('gives every responsible unit a share with three working days to sign for it', () => {
    const assigned = assign(task(), choices(), office, facts())
    expect(assigned.state).toBe('assigned')
    expect(assigned.assignments.map(({ unitId, state }) => [unitId, state])).toEqual([
      ['lead', 'pending'],
      ['doer', 'pending'],
    ])
    // Friday 1 June 2018 + 3 working days
    expect(assigned.assignments[0]?.signDueOn).toBe('2018-06-06')
  })

  it('gives a share also to a unit that only a measure names', () => {
    const measures = [measure({ units: { ...noUnits, responsible: ['builder'] } })]
    const assigned = assign(task({ measures }), choices(), office, facts())
    expect(assigned.assignments.map(({ unitId }) => unitId)).toEqual(['lead', 'doer', 'builder'])
  })

  it('takes a single responsible unit without a lead, and does not list a lead twice', () => {
    const single = assign(task(), choices({ leadUnitId: null }), office, facts())
    expect(single.assignments.map(({ unitId }) => unitId)).toEqual(['doer'])
    const twice = assign(task(), choices({ responsibleUnitIds: ['lead'] }), office, facts())
    expect(twice.units).toMatchObject({ lead: ['lead'], responsible: [] })
    expect(twice.assignments).toHaveLength(1)
  })

  it('names each supporting unit once, without a share to sign for', () => {
    const given = choices({ supportingUnitIds: ['helper', 'other', 'helper'] })
    const assigned = assign(task(), given, office, facts())
    expect(assigned.units.supporting).toEqual(['helper', 'other'])
    expect(assigned.assignments.map(({ unitId }) => unitId)).toEqual(['lead', 'doer'])
  })

  it('gives a yearly duty its next day that is not over yet: none is born overdue', () => {
    const duty = longTermDeadline('长期坚持', '2017-12-31')
    const own = measure({ id: 'm2', deadline: duty })
    const given = assign(task({ deadline: duty, measures: [own] }), choices(), office, facts())
    expect(given.deadline.nextOn).toBe('2018-12-31')
    expect(given.measures[0]?.deadline?.nextOn).toBe('2018-12-31')
    expect(overdueDays(given, '2018-06-01')).toBe(0)
    const onTheDay = longTermDeadline('长期坚持', '2018-06-01')
    expect(assign(task({ deadline: onTheDay }), choices(), office, facts()).deadline).toEqual(
      onTheDay,
    )
  })

  it('refuses several responsible units without a lead', () => {
    const several = choices({ leadUnitId: null, responsibleUnitIds: ['doer', 'other'] })
    expect(refusalOf(() => assign(task(), several, office, facts()))).toBe('TASK.NO_SINGLE_LEAD')
  })

  it('refuses a collective unit that is not split', () => {
    const collective = task({ collectiveUnits: ['各县市区'] })
    expect(refusalOf(() => assign(collective, choices(), office, facts()))).toBe(
      'TASK.COLLECTIVE_UNIT',
    )
  })

  it('refuses 立行立改 without a counted date and keeps the original words with one', () => {
    const atOnce = task({ deadline: immediateDeadline('立行立改') })
    expect(refusalOf(() => assign(atOnce, choices(), office, facts()))).toBe('TASK.NO_COUNTED_DATE')
    const assigned = assign(atOnce, choices({ countedOn: '2018-07-31' }), office, facts())
    expect(assigned.deadline).toMatchObject({ text: '立行立改', countedOn: '2018-07-31' })
    const { today } = facts()
    expect(assign(atOnce, choices({ countedOn: today }), office, facts()).state).toBe('assigned')
    const past = () => assign(atOnce, choices({ countedOn: addDays(today, -1) }), office, facts())
    expect(refusalOf(past)).toBe('TASK.DATE_PAST countedOn')
  })

  it('never overwrites a date that stands in the list', () => {
    const assigned = assign(task(), choices({ countedOn: '2030-01-01' }), office, facts())
    expect(assigned.deadline.countedOn).toBe('2018-12-31')
  })

  it('takes an awaited event only with somebody who enters it', () => {
    const awaited = task({
      deadline: relativeDeadline('批复后6个月', { text: '批复', enteredBy: null }),
    })
    expect(refusalOf(() => assign(awaited, choices(), office, facts()))).toBe(
      'TASK.NO_COUNTED_DATE',
    )
    const assigned = assign(awaited, choices({ eventEnteredBy: 'doer' }), office, facts())
    expect(assigned.deadline.event).toEqual({ text: '批复', enteredBy: 'doer' })
    expect(assigned.deadline.countedOn).toBeNull()
  })

  it('takes 长期坚持 only with a next date', () => {
    const bare = task({ deadline: longTermDeadline('长期坚持') })
    expect(refusalOf(() => assign(bare, choices(), office, facts()))).toBe('TASK.NO_COUNTED_DATE')
    const dated = task({ deadline: longTermDeadline('长期坚持', '2018-12-31') })
    expect(assign(dated, choices(), office, facts()).state).toBe('assigned')
  })

  it('is for the county only where all places lie in it', () => {
    const ours = actor('coordinator', { regionCode: county })
    expect(assign(task(), choices(), ours, facts()).state).toBe('assigned')
    const both = task({ regionCodes: [county, otherCounty] })
    expect(refusalOf(() => assign(both, choices(), ours, facts()))).toBe('ACCESS.REGION')
    expect(refusalOf(() => assign(task({ regionCodes: [] }), choices(), ours, facts()))).toBe(
      'ACCESS.REGION',
    )
    expect(refusalOf(() => assign(both, choices(), resident, facts()))).toBe('ACCESS.ROLE')
  })

  it('happens once', () => {
    const assigned = assign(task(), choices(), office, facts())
    expect(refusalOf(() => assign(assigned, choices(), office, facts()))).toBe('THING.STATE')
  })
})

describe('splitting a collective task', () => {
  const collective = task({ collectiveUnits: ['各县市区'], units: { ...noUnits, lead: ['lead'] } })

  it('makes one draft for each unit, which then can be assigned', () => {
    const { parent, children } = split(
      collective,
      [
        { id: 'a', unitId: 'county-1' },
        { id: 'b', unitId: 'county-2' },
      ],
      office,
      facts(),
    )
    expect(
      children.map(({ id, number, parentId, units }) => [id, number, parentId, units.responsible]),
    ).toEqual([
      ['a', '二十七-1', 'task-1', ['county-1']],
      ['b', '二十七-2', 'task-1', ['county-2']],
    ])
    expect(parent).toMatchObject({ state: 'draft', collectiveUnits: [] })
    const [child] = children
    if (!child) throw new Error('a child expected')
    const own = choices({ leadUnitId: null, responsibleUnitIds: ['county-1'] })
    expect(assign(child, own, office, facts()).state).toBe('assigned')
  })

  it('is refused where nothing is collective', () => {
    expect(refusalOf(() => split(task(), [], office, facts()))).toBe('THING.STATE')
  })
})

describe('cancelling', () => {
  it('a task asks for a reason', () => {
    const running = task({ state: 'inProgress' })
    expect(refusalOf(() => cancelTask(running, { reason: ' ' }, office, facts()))).toBe(
      'TASK.REASON_REQUIRED reason',
    )
    expect(cancelTask(running, { reason: 'merged' }, office, facts()).state).toBe('cancelled')
  })

  it('a task is too late once it is being verified', () => {
    const reason = { reason: 'merged' }
    expect(cancelTask(task({ state: 'preNotice' }), reason, office, facts()).state).toBe(
      'cancelled',
    )
    expect(refusalOf(() => cancelTask(task({ state: 'verifying' }), reason, office, facts()))).toBe(
      'THING.STATE',
    )
  })

  it('a draft is for whoever made it', () => {
    expect(refusalOf(() => cancelDraft(task(), office, facts()))).toBe('ACCESS.OWNER')
    expect(refusalOf(() => cancelDraft(task(), office, facts({ madeById: 'someone' })))).toBe(
      'ACCESS.OWNER',
    )
    const mine = facts({ madeById: office.personId })
    expect(cancelDraft(task(), office, mine).state).toBe('cancelled')
    expect(refusalOf(() => cancelDraft(task({ state: 'assigned' }), office, mine))).toBe(
      'THING.STATE',
    )
  })
})

describe('the days that the office decides at assignment', () => {
  const given = (deadline: Deadline, more: Partial<AssignmentChoices>) =>
    assign(task({ deadline }), choices(more), office, facts()).deadline

  it('are the next time of what comes again, and the rhythm that the list leaves open', () => {
    const open = { ...recurringDeadline('定期巡查', '2018-09-30'), nextOn: null }
    const decided = given(open, { countedOn: '2018-09-30', everyMonths: 2 })
    expect(decided).toMatchObject({ nextOn: '2018-09-30', countedOn: null, everyMonths: 2 })
    expect(given(open, { countedOn: '2018-09-30' })).not.toHaveProperty('everyMonths')
  })

  it('change no rhythm that the list prints, and no end that it dates', () => {
    const printed = recurringDeadline('每季度巡查一次', '2018-09-30')
    expect(given(printed, { everyMonths: 2 })).not.toHaveProperty('everyMonths')
    const ended = { ...printed, countedOn: '2019-12-31' }
    expect(given(ended, { countedOn: '2018-09-30' })).toMatchObject({
      countedOn: '2019-12-31',
      nextOn: '2018-09-30',
    })
  })
})
