import { noUnits } from '@/domain/organization/unit'
import { countedDateOf, fixedDeadline, stagedDeadline } from '@/domain/task/deadline'
import type { ExtensionPart } from '@/domain/task/extension'
import {
  askExtension,
  endorseExtension,
  grantExtension,
  lapseExtension,
  refuseExtension,
  withdrawExtension,
} from '@/domain/task/extension-transitions'
import { allowedExtensionEvents } from '@/domain/task/extension-workflow'
import { partsOf } from '@/domain/task/part'
import { isOverdue, nextNodeDueOn, overdueDays } from '@/domain/task/schedule'
import type { RectificationTask } from '@/domain/task/task'
import { actor, county, staffOf } from '../actors'
import { measure, planned, task } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const office = actor('coordinator')
const countyOffice = actor('coordinator', { regionCode: county, personId: 'county-office' })
const ofMeasure: ExtensionPart = { kind: 'measure', measureId: 'm1' }
const whole: ExtensionPart = { kind: 'task' }

/** Unit `doer` owes measure m1 by the end of November, unit `lead` the whole by the end of 2018. */
const running = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({
    state: 'inProgress',
    measures: [
      measure({
        units: { ...noUnits, responsible: ['doer'] },
        deadline: fixedDeadline('11月底前', '2018-11-30'),
      }),
    ],
    assignments: [planned('lead'), planned('doer')],
    ...more,
  })

const request = { id: 'e1', part: ofMeasure, to: '2018-12-20', reason: 'flood', plan: 'dig faster' }
const ask = (today = '2018-11-30', more: Partial<typeof request> = {}, of = running()) =>
  askExtension(of, { ...request, ...more }, staffOf('doer'), on(today))
const eventsOf = (of: RectificationTask, by: Parameters<typeof allowedExtensionEvents>[1]) =>
  allowedExtensionEvents(of.extensions[0]!, by, { ...on('2018-12-03'), task: of })

describe('asking for an extension', () => {
  it('is possible on the last day, and not after it', () => {
    expect(ask('2018-11-30').extensions).toMatchObject([
      { state: 'asked', from: '2018-11-30', to: '2018-12-20', decideDueOn: '2018-12-14' },
    ])
    expect(refusalOf(() => ask('2018-12-01'))).toBe('TASK.EXTENSION_TOO_LATE')
  })

  it('asks for a later day, a reason and a plan', () => {
    expect(refusalOf(() => ask('2018-11-01', { to: '2018-11-30' }))).toBe('TASK.DATE_PAST to')
    expect(refusalOf(() => ask('2018-11-01', { plan: ' ' }))).toBe(
      'TASK.REASON_REQUIRED reason plan',
    )
    expect(refusalOf(() => ask('2018-11-01', { reason: '' }))).toBe(
      'TASK.REASON_REQUIRED reason plan',
    )
  })

  it('is for who owes the part: the whole is the lead’s, a measure its units’', () => {
    const tries = (part: ExtensionPart, unitId: string) =>
      refusalOf(() =>
        askExtension(
          running(),
          { ...request, part, to: '2019-06-30' },
          staffOf(unitId),
          on('2018-11-01'),
        ),
      )
    expect(tries(ofMeasure, 'lead')).toBe('ACCESS.UNIT')
    expect(tries(whole, 'doer')).toBe('ACCESS.UNIT')
    expect(tries(ofMeasure, 'helper')).toBe('ACCESS.UNIT')
  })

  it('has one request open at a time', () => {
    const asked = ask()
    expect(refusalOf(() => ask('2018-11-30', { id: 'e2' }, asked))).toBe('TASK.EXTENSION_OPEN')
    const refused = refuseExtension(asked, { reason: 'no' }, staffOf('lead'), on('2018-11-30'))
    expect(ask('2018-11-30', { id: 'e2' }, refused).extensions).toHaveLength(2)
  })

  it('moves no part without a day of its own', () => {
    const without = running({
      measures: [measure({ units: { ...noUnits, responsible: ['doer'] } })],
    })
    expect(refusalOf(() => ask('2018-11-01', {}, without))).toBe('TASK.NO_COUNTED_DATE part')
  })

  it('ends with the self-check', () => {
    expect(refusalOf(() => ask('2018-11-01', {}, running({ state: 'selfChecked' })))).toBe(
      'THING.STATE',
    )
    expect(lapseExtension(ask(), on('2018-12-03')).extensions[0]?.state).toBe('lapsed')
  })
})

describe('deciding on an extension', () => {
  it('goes through the lead, then the office; before the lead the office has no say', () => {
    const asked = ask()
    expect(eventsOf(asked, office)).toEqual([])
    expect(eventsOf(asked, staffOf('lead'))).toEqual(['endorseExtension', 'refuseExtension'])
    expect(eventsOf(asked, staffOf('doer'))).toEqual(['withdrawExtension'])
    const endorsed = endorseExtension(asked, staffOf('lead'), on('2018-12-03'))
    expect(eventsOf(endorsed, office)).toEqual(['grantExtension', 'refuseExtension'])
    expect(eventsOf(endorsed, staffOf('lead'))).toEqual([])
    // An item that the city closes is not the county's to extend.
    expect(eventsOf(endorsed, countyOffice)).toEqual([])
  })

  it('goes to the office at once where the lead itself asks', () => {
    const own = askExtension(
      running(),
      { ...request, part: whole, to: '2019-03-31' },
      staffOf('lead'),
      on('2018-12-31'),
    )
    expect(own.extensions).toMatchObject([{ state: 'endorsed', endorsedOn: '2018-12-31' }])
    expect(eventsOf(own, office)).toEqual(['grantExtension', 'refuseExtension'])
  })

  it('counts the old day until it is granted, also when that comes later', () => {
    const endorsed = endorseExtension(ask(), staffOf('lead'), on('2018-12-03'))
    const nodeOf = (of: RectificationTask) =>
      partsOf(of).find(({ id }) => id === 'measure.m1.doer')?.dueOn
    const unplanned = { ...planned('doer'), plan: null }
    const late = { ...endorsed, assignments: [unplanned] }
    expect(nodeOf(late)).toBe('2018-11-30')
    const granted = grantExtension(
      late,
      { decisionNumber: '茂环督〔2018〕9号' },
      office,
      on('2018-12-05'),
    )
    expect(nodeOf(granted)).toBe('2018-12-20')
    expect(granted.extensions[0]).toMatchObject({
      state: 'granted',
      daysOver: 5,
      decisionNumber: '茂环督〔2018〕9号',
    })
  })

  it('keeps whose decision it is: of the leading group, of the upper level for what that closes', () => {
    const decidedBy = (more: Partial<RectificationTask>) => {
      const own = endorseExtension(
        ask('2018-11-30', {}, running(more)),
        staffOf('lead'),
        on('2018-12-03'),
      )
      expect(own.extensions[0]).not.toHaveProperty('decidedBy')
      return grantExtension(own, { decisionNumber: '1' }, office, on('2018-12-03')).extensions[0]
        ?.decidedBy
    }
    expect(decidedBy({ closingLevel: 'county' })).toBe('leadingGroup')
    expect(decidedBy({ closingLevel: 'city' })).toBe('leadingGroup')
    expect(decidedBy({ closingLevel: 'province' })).toBe('upperLevel')
    expect(decidedBy({ closingLevel: 'central' })).toBe('upperLevel')
    // A part of a number is closed by the city at most.
    expect(decidedBy({ closingLevel: 'province', parentId: 'whole' })).toBe('leadingGroup')
  })

  it('needs the number of the decision, and a refusal its reason', () => {
    const endorsed = endorseExtension(ask(), staffOf('lead'), on('2018-12-03'))
    expect(
      refusalOf(() => grantExtension(endorsed, { decisionNumber: '' }, office, on('2018-12-03'))),
    ).toBe('TASK.DECISION_NUMBER_REQUIRED decisionNumber')
    expect(
      refusalOf(() => refuseExtension(endorsed, { reason: ' ' }, office, on('2018-12-03'))),
    ).toBe('TASK.REASON_REQUIRED reason')
  })

  it('never overwrites what the list prints, and is counted from there', () => {
    const own = askExtension(
      running(),
      { ...request, part: whole, to: '2019-03-31' },
      staffOf('lead'),
      on('2018-12-31'),
    )
    const granted = grantExtension(own, { decisionNumber: '1' }, office, on('2019-01-02'))
    expect(granted.deadline).toMatchObject({
      text: '2018年12月底前',
      countedOn: '2018-12-31',
      extendedTo: '2019-03-31',
    })
    expect(countedDateOf(granted.deadline)).toBe('2019-03-31')
    expect(isOverdue(own, '2019-01-02')).toBe(true)
    expect(isOverdue(granted, '2019-03-31')).toBe(false)
    expect(overdueDays(granted, '2019-04-02')).toBe(2)
  })

  it('moves one stage and leaves the others', () => {
    const deadline = stagedDeadline('x', [
      { on: '2018-06-30', result: 'half' },
      { on: '2018-12-31', result: 'all' },
    ])
    const staged = running({ deadline, measures: [] })
    const own = askExtension(
      staged,
      { ...request, part: { kind: 'stage', measureId: null, index: 0 }, to: '2018-08-31' },
      staffOf('lead'),
      on('2018-06-30'),
    )
    const granted = grantExtension(own, { decisionNumber: '1' }, office, on('2018-07-02'))
    expect(nextNodeDueOn(own)).toBe('2018-06-30')
    expect(nextNodeDueOn(granted)).toBe('2018-08-31')
    expect(granted.deadline.stages.map(({ on: printed }) => printed)).toEqual([
      '2018-06-30',
      '2018-12-31',
    ])
  })

  it('is taken back by who asked, before the decision', () => {
    const endorsed = endorseExtension(ask(), staffOf('lead'), on('2018-12-03'))
    const back = withdrawExtension(endorsed, staffOf('doer'), on('2018-12-03'))
    expect(back.extensions[0]?.state).toBe('withdrawn')
    expect(refusalOf(() => withdrawExtension(back, staffOf('doer'), on('2018-12-03')))).toBe(
      'THING.STATE',
    )
  })
})

describe('the one open request among others', () => {
  const old = () => {
    const refused = refuseExtension(ask(), { reason: 'no' }, staffOf('lead'), on('2018-11-30'))
    return askExtension(refused, { ...request, id: 'e2' }, staffOf('doer'), on('2018-11-30'))
  }

  it('is decided, and what was decided before stays as it was', () => {
    const endorsed = endorseExtension(old(), staffOf('lead'), on('2018-11-30'))
    expect(endorsed.extensions.map(({ id, state }) => [id, state])).toEqual([
      ['e1', 'refused'],
      ['e2', 'endorsed'],
    ])
  })

  it('says by how many days the decision came late, if it did', () => {
    const grantedOn = (day: string) =>
      grantExtension(
        endorseExtension(old(), staffOf('lead'), on('2018-11-30')),
        { decisionNumber: '1' },
        office,
        on(day),
      ).extensions[1]?.daysOver
    expect(grantedOn('2018-11-30')).toBe(0)
    expect(grantedOn('2018-12-03')).toBe(3)
  })
})
