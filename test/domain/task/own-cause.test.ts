import type { Actor } from '@/domain/organization/actor'
import { whyNotAssignment } from '@/domain/task/assignment-workflow'
import type { Decider } from '@/domain/task/deciders'
import { wordsLeftToLeader, isLeftToLeader } from '@/domain/task/own-cause'
import { obligationsOfTask } from '@/domain/task/owed'
import { whyNotPart } from '@/domain/task/part-workflow'
import { taskParties, type TaskParty } from '@/domain/task/parties'
import { whyNotExtension } from '@/domain/task/extension-workflow'
import type { RectificationTask } from '@/domain/task/task'
import { taskRules } from '@/domain/task/workflow'
import type { Objection } from '@/domain/objection/objection'
import { obligationsOfObjection } from '@/domain/objection/owed'
import { whyNotObjection } from '@/domain/objection/workflow'
import { noUnits } from '@/domain/organization/unit'
import { actor, city, county, otherCounty } from '../actors'
import {
  assignment,
  cycle,
  doneReport,
  measure,
  objection,
  planned,
  recheck,
  task,
  taskFacts,
} from '../builders'
import { on } from '../calendars'
import { attempt } from './attempt'

const today = '2018-06-04'
const decider = (role: Decider['role'], ...unitIds: string[]): Decider => ({ role, unitIds })

const officer = (unitId: string, more: Partial<Actor> = {}): Actor =>
  actor('coordinator', { unitId, personId: `officer-${unitId}`, ...more })

const people = {
  'coordinator of the unit that leads': officer('lead'),
  'coordinator who also belongs to it': officer('office', { belongsTo: ['office', 'doer'] }),
  'coordinator of another unit': officer('office'),
  'coordinator of the county': officer('county-office', { regionCode: county }),
  'coordinator of another county': officer('far', { regionCode: otherCounty }),
  'publisher of a unit that does it': actor('publisher', { unitId: 'doer' }),
  'publisher of another unit': actor('publisher', { unitId: 'press' }),
  leader: actor('cityLeader', { unitId: 'city-hall' }),
  'leader of the unit that leads': actor('cityLeader', { unitId: 'lead' }),
} as const
type Name = keyof typeof people

const foreign = [decider('coordinator', 'office'), decider('publisher', 'press')]
/** Everybody of the office is of the bureau that leads, or has another post there. */
const own = [
  decider('coordinator', 'lead'),
  decider('coordinator', 'doer', 'office'),
  decider('publisher', 'doer'),
]
const facts = taskFacts(on(today))
const given = (deciders: readonly Decider[] | undefined, more: Partial<RectificationTask> = {}) =>
  task({
    regionCodes: [county],
    assignments: [planned('lead')],
    ...(deciders && { deciders }),
    ...more,
  })

const mayAs = (party: TaskParty, of: RectificationTask): string[] =>
  Object.entries(people)
    .filter(([, who]) => taskParties[party](who, of, facts) === null)
    .map(([name]) => name)

const offices: readonly Name[] = ['coordinator of another unit', 'coordinator of the county']

const leaders: readonly Name[] = ['leader', 'leader of the unit that leads']

describe('nobody decides in their own cause', () => {
  it('whoever belongs to a lead or responsible unit does not decide for the office', () => {
    expect(mayAs('decidingOffice', given(foreign))).toEqual(offices)
    expect(mayAs('closingOffice', given(foreign, { closingLevel: 'city' }))).toEqual([
      'coordinator of another unit',
    ])
    expect(mayAs('decidingPublisher', given(foreign))).toEqual(['publisher of another unit'])
  })

  it('the leader decides where the city has nobody else, of whatever unit: nobody is above', () => {
    expect(mayAs('decidingOffice', given(own))).toEqual([...offices, ...leaders])
    expect(mayAs('closingOffice', given(own, { closingLevel: 'city' }))).toEqual([
      'coordinator of another unit',
      ...leaders,
    ])
    expect(mayAs('decidingPublisher', given(own))).toEqual([
      'publisher of another unit',
      ...leaders,
    ])
  })

  it('one who could decide is enough, of the role that is asked', () => {
    const one = [...own, decider('coordinator', 'office')]
    expect(isLeftToLeader('coordinator', given(own))).toBe(true)
    expect(isLeftToLeader('coordinator', given(one))).toBe(false)
    expect(isLeftToLeader('publisher', given(one))).toBe(true)
    expect(isLeftToLeader('publisher', given([decider('coordinator', 'lead')]))).toBe(false)
  })

  it('who only supports the work decides on it, and not on what residents say of it', () => {
    const supporting = given([decider('coordinator', 'helper')])
    expect(isLeftToLeader('coordinator', supporting)).toBe(false)
    expect(wordsLeftToLeader(supporting)).toEqual(['coordinator'])
    expect(taskParties.decidingOffice(officer('helper'), supporting, facts)).toBeNull()
  })

  it('a measure’s own unit counts as the task’s', () => {
    const units = { ...noUnits, responsible: ['office'] }
    const of = given([decider('coordinator', 'office')], { measures: [measure({ units })] })
    expect(isLeftToLeader('coordinator', of)).toBe(true)
  })

  it('of what was given out before it was asked who decides the office goes on deciding', () => {
    expect(mayAs('decidingOffice', given(undefined))).toEqual([
      'coordinator of the unit that leads',
      'coordinator who also belongs to it',
      ...offices,
    ])
  })

  it.each([
    'returnForRework',
    'approveCloseOut',
    'recordUpper',
    'reopen',
    'keepClosed',
    'cancelTask',
    'checkSecrecy',
    'checkOpenness',
    'withholdRelease',
  ] as const)('%s is no act of the office in its own cause', (event) => {
    const deciding: readonly string[] = [
      'decidingOffice',
      'closingOffice',
      'decidingPublisher',
      'verifyingUnit',
    ]
    expect(taskRules.table[event].by.filter((party) => !deciding.includes(party))).toEqual([])
  })

  it('nor is the word on a plan, on what was said done, and on more time', () => {
    const submitted = given(own, {
      state: 'assigned',
      assignments: [assignment('lead', { state: 'planSubmitted', planSubmittedOn: today })],
    })
    const done = given(own, {
      state: 'inProgress',
      done: [doneReport('measure.m1.lead', 'lead')],
      measures: [measure({ doneOn: today })],
    })
    const extension = {
      id: 'e',
      state: 'endorsed',
      part: { kind: 'task' },
      unitId: 'lead',
      askedOn: today,
      from: '2018-12-31',
      to: '2019-06-30',
      reason: 'x',
      plan: 'x',
      decideDueOn: today,
      decideDueProvisional: false,
      endorsedOn: today,
      decidedOn: null,
      decisionNumber: null,
      refusedReason: null,
      daysOver: 0,
    } as const
    const codes = (who: Actor) => [
      whyNotAssignment(submitted, 'lead', 'approvePlan', who, facts)?.code ?? null,
      whyNotPart(done, 'measure.m1.lead', 'returnDone', who, facts)?.code ?? null,
      whyNotExtension(extension, 'grantExtension', who, { ...facts, task: done })?.code ?? null,
    ]
    expect(codes(people['coordinator of the unit that leads'])).toEqual(
      Array(3).fill('ACCESS.UNIT'),
    )
    expect(codes(people.leader)).toEqual([null, null, null])
    expect(codes(people['coordinator of another unit'])).toEqual([null, null, null])
  })

  it('an inspector of a unit that does the work does not look again', () => {
    const again = { event: 'recheck', state: 'closed', given: { words: 'seen' } } as const
    const inspector = (unitId: string) => actor('inspector', { unitId, regionCode: city })
    expect(attempt({ ...again, by: inspector('lead') })).toBe('ACCESS.UNIT')
    expect(attempt({ ...again, by: inspector('inspectors') })).toBeNull()
  })

  it('who may not decide is not asked to, and the leader is where it is left to them', () => {
    const owedOn = (deciders: readonly Decider[] | undefined, more: Partial<RectificationTask>) =>
      obligationsOfTask(
        given(deciders, more),
        { since: today, release: { secrecy: null, openness: null } },
        { ...on(today), rootRegion: city },
      )
    const waiting = { state: 'awaitingApproval' } as const
    const kinds = (deciders: readonly Decider[] | undefined) =>
      owedOn(deciders, waiting).map(({ kind, roles, hiddenFrom }) => ({ kind, roles, hiddenFrom }))
    expect(kinds(own)).toEqual([
      { kind: 'approveCloseOut', roles: ['cityLeader'], hiddenFrom: [] },
      { kind: 'checkSecrecy', roles: ['cityLeader'], hiddenFrom: [] },
    ])
    expect(kinds(foreign)).toEqual([
      { kind: 'approveCloseOut', roles: ['coordinator'], hiddenFrom: ['lead', 'doer'] },
      { kind: 'checkSecrecy', roles: ['coordinator'], hiddenFrom: ['lead', 'doer'] },
    ])
    const found = {
      state: 'closed',
      cycles: [cycle({ rechecks: [{ ...recheck(today, true), keptClosed: null }] })],
    } as const
    expect(owedOn(own, found).map(({ kind, roles }) => [kind, roles])).toEqual([
      ['reopen', ['cityLeader']],
    ])
  })

  it('an objection and the summary of opinions that are left to the leader are the leader’s', () => {
    const left = { doingUnitIds: ['office'], leftToLeader: ['coordinator', 'intake'] } as const
    const leader = people.leader
    const summarized = { ...objection({ ...left, summary: 'black water' }) }
    const days = on(today)
    expect(whyNotObjection(summarized, 'admitObjection', leader, days)).toBeNull()
    expect(whyNotObjection(summarized, 'openObjection', leader, days)).toBeNull()
    expect(whyNotObjection(summarized, 'admitObjection', officer('office'), days)?.code).toBe(
      'ACCESS.UNIT',
    )
    const others = objection({ doingUnitIds: ['office'], summary: 'black water' })
    expect(whyNotObjection(others, 'admitObjection', leader, days)?.code).toBe('ACCESS.ROLE')
    const owed = (of: Objection) =>
      obligationsOfObjection(of, { ...days, rootRegion: city }).map(({ roles, hiddenFrom }) => ({
        roles,
        hiddenFrom,
      }))
    expect(owed(summarized)).toEqual([{ roles: ['cityLeader'], hiddenFrom: [] }])
    expect(owed(others)).toEqual([{ roles: ['coordinator'], hiddenFrom: ['office'] }])
  })
})
