import { type FeedbackDesk, feedbackStates } from '@/domain/feedback/feedback'
import { feedbackRules, whyNotFeedback } from '@/domain/feedback/workflow'
import { opinionStates } from '@/domain/opinion/opinion'
import { opinionRules, whyNotOpinion } from '@/domain/opinion/workflow'
import type { Actor } from '@/domain/organization/actor'
import { roles } from '@/domain/organization/role'
import { assignmentRules, whyNotAssignment } from '@/domain/task/assignment-workflow'
import { extensionStates } from '@/domain/task/extension'
import { extensionRules, whyNotExtension } from '@/domain/task/extension-workflow'
import {
  fixedDeadline,
  longTermDeadline,
  recurringDeadline,
  relativeDeadline,
} from '@/domain/task/deadline'
import type { Consultation } from '@/domain/task/consultation'
import type { TaskFacts } from '@/domain/task/facts'
import { objectionStates } from '@/domain/objection/objection'
import { objectionRules, whyNotObjection } from '@/domain/objection/workflow'
import { partRules, partStates, whyNotPart } from '@/domain/task/part-workflow'
import { taskParties } from '@/domain/task/parties'
import { assignmentStates, type TaskState, taskStates } from '@/domain/task/task'
import { type TaskEvent, taskEvents, taskRules, whyNotTask } from '@/domain/task/workflow'
import { type NodeState, nodeStates } from '@/domain/timeline/node'
import type { NodeReport } from '@/domain/timeline/timeline'
import { nodeCase, nodeRules } from '@/domain/timeline/node-workflow'
import { timelineStates } from '@/domain/timeline/timeline'
import { type VisitState, visitStates } from '@/domain/visit/visit'
import { type VisitGiven, visitRules, whyNotVisit } from '@/domain/visit/workflow'
import { timelineRules, whyNotTimeline } from '@/domain/timeline/workflow'
import { actor, bystanders, city, county, leaderOf, resident, staffOf, village } from './actors'
import {
  assignment,
  checker,
  cycle,
  dates,
  doneReport,
  draftOpinion,
  feedback,
  measure,
  objection,
  opinion,
  planDueOn,
  planned,
  signedShare,
  recheck,
  task,
  taskFacts,
  timeline,
  verification,
  visit,
  visitNotice,
  visitRecord,
  goingOn,
} from './builders'
import { on } from './calendars'
import { drawWalk, pinnedTable, type Walk } from './pinned'

const today = '2018-06-04'

const unitActors: Readonly<Record<string, Actor>> = {
  'unitStaff of the lead unit': staffOf('lead'),
  'unitLeader of the lead unit': leaderOf('lead'),
  'unitStaff of a responsible unit': staffOf('doer'),
  'unitLeader of a responsible unit': leaderOf('doer'),
  'unitStaff of a supporting unit': staffOf('helper'),
  'unitStaff of the accepting unit': staffOf('acceptor'),
  'unitStaff of another unit': staffOf('stranger'),
}
const everybody = { ...bystanders, ...unitActors }

const expectPinned = <S extends string, E extends string>(name: string, walk: Walk<S, E>): void => {
  const drawn = drawWalk(walk)
  expect(pinnedTable(name, drawn)).toBe(drawn)
}

/** The draft was made by the city's coordinator. */
const facts: TaskFacts = taskFacts(on(today), {
  given: {
    reason: 'because',
    on: '2019-12-31',
    decisionNumber: '1',
    upperDocumentNumber: '2',
    checkers: [checker('a'), checker('b')],
    measures: [{ measureId: 'm1', inPlace: true, words: 'dry' }],
    words: 'seen',
    demands: [{ unitId: 'doer', words: 'again', measureIds: ['m1'] }],
    reportNumber: '3',
    signOffNumber: '4',
    standards: {
      measuresDone: 'x',
      violationsPunished: 'x',
      normsMet: 'x',
      likeProblemsDone: 'x',
      treatedAtSource: 'x',
    },
    chain: task().acceptanceChain,
  },
  madeById: bystanders['coordinator of the city']?.personId ?? null,
  released: true,
  workedOnIt: ['c'],
})

/** Asked, and silent past its day. */
const silentVillage: TaskFacts = {
  ...facts,
  given: { villageCode: village, companion: 'somebody' },
  asking: {
    id: 'asking',
    dueOn: '2018-06-01',
    villageCodes: [village],
    heardCodes: [],
    isAnswered: false,
  },
}

/** Events that ask for days of their own. */
const factsFor: Readonly<Partial<Record<TaskEvent, TaskFacts>>> = {
  visitVillage: silentVillage,
  setSites: { ...facts, given: { siteList: { measureId: 'm1', sites: [], removed: [] } } },
  enterEvent: { ...facts, given: { on: today, paperNumber: '5' } },
  correctText: { ...facts, given: { place: 'problem', sourceLine: 'line' } },
  sayOnDraft: { ...facts, given: { party: village, agrees: true, paperNumber: '6' } },
}

/** The resident lets an inspector call. */
const agreedVisit = {
  agreedOn: '2018-06-01',
  dueOn: '2018-06-15',
  dueProvisional: false,
  phone: 'sealed',
  madeOn: null,
  heard: null,
}

describe('the pinned workflows', () => {
  it('ask every role there is', () => {
    const asked = new Set(Object.values(everybody).map(({ role }) => role))
    expect(roles.filter((role) => !asked.has(role))).toEqual([])
  })

  it('task: every state, event and role', () => {
    expectPinned('task', {
      title: 'Task',
      states: taskStates,
      table: taskRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        state !== null &&
        whyNotTask(
          task({
            state,
            villageCodes: event === 'askVillage' || event === 'visitVillage' ? [village] : [],
            collectiveUnits: event === 'split' ? ['各县市区'] : [],
            ...(event === 'enterEvent' && {
              deadline: relativeDeadline('x', { text: 'x', enteredBy: 'acceptor' }),
            }),
            ...(event === 'changeRhythm' && { deadline: recurringDeadline('x', '2018-07-01') }),
            ...(event === 'rollRecurring' && {
              deadline: longTermDeadline('x', '2018-06-03'),
            }),
            enterpriseIds: event === 'consult' ? ['plant'] : [],
            consultation: walkedConsultation[event] ?? null,
            measures: [measure({ doneOn: '2018-06-01' })],
            assignments: [planned('lead'), signedShare('doer')],
            // A measure that was said done by itself is no list of sites.
            done:
              event === 'setSites'
                ? []
                : [doneReport('measure.m1.lead', 'lead'), doneReport('measure.m1.doer', 'doer')],
            cycles: [walkedCycle(event, state)],
          }),
          event,
          actor,
          factsFor[event] ?? facts,
        ) === null,
    })
  })

  it('task closed by the county: who closes it', () => {
    const closes = (closingLevel: 'county' | 'city') =>
      Object.entries(everybody)
        .filter(
          ([, actor]) => taskParties.closingOffice(actor, task({ closingLevel }), facts) === null,
        )
        .map(([name]) => name)
    expect(taskRules.table.approveCloseOut.by).toEqual(['closingOffice'])
    expect(taskRules.table.recordUpper.by).toEqual(['closingOffice'])
    expect(closes('city')).toEqual(['coordinator of the city'])
    expect(closes('county')).toEqual(['coordinator of the city', 'coordinator of the county'])
  })

  it('assignment of a responsible unit under a lead: every state, event and role', () => {
    expectPinned('assignment-under-lead', {
      title: 'Assignment of a responsible unit under a lead unit (the share of unit `doer`)',
      states: assignmentStates,
      table: assignmentRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        state !== null && allowedOnShare('doer', state, event, actor),
    })
  })

  it('assignment of the lead itself: every state, event and role', () => {
    expectPinned('assignment-of-lead', {
      title: 'Assignment of the lead unit itself',
      states: assignmentStates,
      table: assignmentRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        state !== null && allowedOnShare('lead', state, event, actor),
    })
  })

  it('part of a task: every state, event and role', () => {
    const walked = (owner: 'lead' | 'doer', title: string, name: string) =>
      expectPinned(name, {
        title,
        states: partStates,
        table: partRules.table,
        actors: everybody,
        isAllowed: (event, state, actor) => {
          const id = `measure.m1.${owner}`
          const given = {
            on: today,
            words: 'built',
            photoIds: ['photo'],
            fileIds: [],
            paperNumber: null,
            reason: 'because',
          }
          const of = task({
            state: 'inProgress',
            assignments: [planned('lead'), planned('doer')],
            done: state === 'done' ? [doneReport(id, owner)] : [],
          })
          return whyNotPart(of, id, event, actor, { ...on(today), given }) === null
        },
      })
    walked('doer', 'Part owed by a responsible unit under a lead unit', 'part-under-lead')
    walked('lead', 'Part owed by the lead unit itself', 'part-of-lead')
  })

  it('objection: every state, event and role', () => {
    expectPinned('objection', {
      title: 'Objection during a notice',
      states: [null, ...objectionStates],
      table: objectionRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        whyNotObjection({ ...objection(), state }, event, actor, {
          ...on(today),
          given: { words: 'not done', contactPhone: '1', summary: 'x', reply: 'because' },
        }) === null,
    })
  })

  it('opinion of a branch, and of a resident: every state, event and role', () => {
    const walked = (voice: 'branch' | 'resident') =>
      expectPinned(`opinion-of-${voice}`, {
        title: `Opinion of a ${voice} of an affected village`,
        states: opinionStates,
        table: opinionRules.table,
        actors: everybody,
        isAllowed: (event, state, actor) =>
          state !== null &&
          whyNotOpinion(opinion({ voice, state, visit: agreedVisit }), event, actor, {
            ...on(today),
            given: {
              villageCode: village,
              worksFor: [],
              meeting: { on: today, present: 21, minutesIds: ['minutes'] },
              on: today,
              heard: 'still smells',
            },
          }) === null,
      })
    walked('branch')
    walked('resident')
  })

  it('extension: every state, event and role', () => {
    expectPinned('extension', {
      title: 'Extension asked by a responsible unit under a lead unit',
      states: [null, ...extensionStates],
      table: extensionRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        whyNotExtension(
          {
            id: 'e1',
            state,
            unitId: 'doer',
            askedOn: today,
            from: '2018-12-31',
            to: '2019-03-31',
            reason: 'flood',
            plan: 'dig faster',
            part: { kind: 'measure', measureId: 'm1' },
            decideDueOn: '2018-06-18',
            decideDueProvisional: false,
            endorsedOn: null,
            decidedOn: null,
            decisionNumber: null,
            refusedReason: null,
            daysOver: 0,
          },
          event,
          actor,
          {
            ...on(today),
            task: task({
              state: 'inProgress',
              measures: [measure({ deadline: fixedDeadline('x', '2018-12-31') })],
            }),
            given: { reason: 'because', decisionNumber: '1' },
          },
        ) === null,
    })
  })

  it('feedback: every state, event and role', () => {
    const named = actor('inspector', { unitId: 'team', membershipId: 'named', personId: 'named' })
    const actors: Readonly<Record<string, Actor>> = {
      ...everybody,
      'the reporter': { ...resident, personId: 'reporter' },
      'unitStaff who gave the first answer': staffOf('doer', 'answerer'),
      'unitStaff of the accused unit': staffOf('accused'),
      'intake of the accused unit': actor('intake', { unitId: 'accused' }),
      'coordinator of the accused unit': actor('coordinator', { unitId: 'accused' }),
      'the named inspector': named,
    }
    const to = { regionCode: city }
    const given = {
      reason: 'because',
      summary: 'smell',
      unitId: 'doer',
      rating: 'done' as const,
      words: 'words',
      consentNoted: true,
      into: {
        id: 'other',
        state: 'assigned' as const,
        accusedUnitIds: ['accused'],
        answeredOn: null,
      },
      desk: { to, possible: [to] },
    }
    const walked = (title: string, name: string, desk: FeedbackDesk | null) =>
      expectPinned(name, {
        title,
        states: [null, ...feedbackStates],
        table: feedbackRules.table,
        actors,
        isAllowed: (event, state, who, actorName) => {
          const isSecond = state === 'secondLook'
          const answer = {
            finding: 'true' as const,
            text: 'mended',
            photoIds: [],
            unitId: 'doer',
            byPersonId: 'answerer',
            releasedOn: isSecond ? '2018-05-01' : null,
          }
          return (
            whyNotFeedback(
              {
                ...feedback(),
                state,
                desk,
                regionCode: village,
                origin: originFor(who),
                awaitsRecheck: { cycle: 1, after: 0 },
                unitId: 'doer',
                accusedUnitIds: ['accused'],
                answers: [answer],
                answerDueOn: '2018-08-01',
                answeredOn: state === 'answered' ? '2018-05-01' : null,
              },
              event,
              who,
              { ...on(today), isReporter: actorName === 'the reporter', given },
            ) === null
          )
        },
      })
    walked('Report (feedback)', 'feedback', null)
    walked('Report (feedback) that was handed over to a named inspector', 'feedback-handed-over', {
      membershipId: 'named',
    })
  })

  it('visit of a firm: every state, event and role', () => {
    const actors = {
      ...everybody,
      'intake of the desk that asked': actor('intake', { unitId: 'desk', regionCode: county }),
      'inspector of a unit that does the work': actor('inspector', { unitId: 'doer' }),
      'intake of a unit that does the work': actor('intake', { unitId: 'doer' }),
    }
    const asked = task({
      state: 'verifying',
      enterpriseIds: ['plant'],
      assignments: [planned('lead')],
      cycles: [cycle({ request: { on: '2018-06-01', reportNumber: '3', byId: 'lead' } })],
    })
    const body = {
      ...({ id: 'bureau', name: 'bureau', kind: 'department', regionCode: county } as const),
      ...{ aliases: [], phone: null, enforcementPaper: 'law 1' },
    }
    const { on: day, ...noticed } = visitNotice()
    const given: VisitGiven = {
      ...{ ...noticed, ...visitRecord(), on: day, words: 'no', reason: 'because' },
      matters: [{ words: 'does the pond leak', measureId: 'm1' }],
    }
    const later: readonly (VisitState | null)[] = ['recorded', 'rated']
    expectPinned('visit', {
      title: 'Visit of the plant by the bureau, asked for by the desk; the task is being verified',
      states: [null, ...visitStates],
      table: visitRules.table,
      actors,
      isAllowed: (event, state, who) =>
        whyNotVisit(
          {
            ...visit(),
            ...{ state, notice: state === 'planned' ? null : visitNotice() },
            record: later.includes(state) ? visitRecord() : null,
            ...(event === 'endUnmade' && { lastOn: '2018-06-05' }),
          },
          event,
          who,
          { ...on('2018-06-12'), asking: { task: asked, body }, given },
        ) === null,
    })
  })

  it('timeline: every state, event and role', () => {
    const proposal = dates('2018-08-01', '2018-09-01')
    const other = dates('2018-08-02', '2018-09-02')
    const offerOf = (by: 'unit' | 'enterprise' | 'coordinator') => ({
      round: 1,
      by,
      dates: proposal,
      reason: null,
      planFileIds: [],
      at: 0,
    })
    expectPinned('timeline', {
      title: 'Timeline between unit `doer` and the plant (the unit proposed first)',
      states: [null, ...timelineStates],
      table: timelineRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) =>
        whyNotTimeline(
          {
            ...timeline(),
            state,
            offers: state === null ? [] : [offerOf(state === 'countered' ? 'enterprise' : 'unit')],
            signatures: [],
            answerDueOn: '2018-05-01',
            remindedOn: '2018-04-01',
            ended: state === 'ended' ? { from: 'agreed', cycle: goingOn.cycle } : null,
          },
          event,
          actor,
          {
            ...on(today),
            regionCodes: [county],
            work: { ...goingOn, isOver: event === 'endAgreement' },
            given: { dates: other, reason: 'because', round: 1, technicalPlan: 'plan' },
          },
        ) === null,
    })
  })

  it('node: every state, event and role', () => {
    const measureId = timeline().measures[0]!.id
    const report: NodeReport = {
      ...{ measureId, cycle: 1, by: 'enterprise', byId: null, on: today, reportedOn: today },
      ...{ words: 'built', photoIds: [], fileIds: [], paperNumber: '7' },
      ...{ confirmDueOn: '2018-06-11', confirmDueProvisional: false },
      ...{ outcome: null, outcomeOn: null, reason: null },
    }
    const nodesIn = (state: NodeState): NodeReport[] =>
      ({
        open: [],
        reported: [report],
        done: [{ ...report, outcome: 'confirmed' as const }],
      })[state]
    const boundOn = dates('2018-08-01', '2018-09-01')
    expectPinned('node', {
      title: 'Node of the plant, which somebody acts for; unit `doer` agreed the day with it',
      states: nodeStates,
      table: nodeRules.table,
      actors: everybody,
      isAllowed: (event, state, actor) => {
        if (state === null) return false
        const agreed = {
          ...timeline({ state: 'agreed', agreedDates: boundOn }),
          nodes: nodesIn(state),
        }
        const given = { on: today, words: 'built', paperNumber: '7', reason: 'because' }
        const nodeFacts = { ...on(today), regionCodes: [county], work: goingOn }
        const thing = nodeCase(agreed, measureId, nodeFacts)!
        const known = { ...nodeFacts, firmHasAgent: true, given }
        return nodeRules.whyNot(thing, event, actor, known) === null
      },
    })
  })

  it('name every event of the task once', () => {
    expect(Object.keys(taskRules.table)).toEqual([...taskEvents])
  })
})

/** As far as the state says, and as the event needs it; the acceptor is still to confirm. */
const walkedCycle = (event: TaskEvent, state: TaskState) => {
  const isAsked = !beforeRequest.includes(state)
  const request = isAsked ? { on: today, byId: 'a', reportNumber: '1' } : null
  const check = verification([checker('a'), checker('staff-acceptor', { confirmedOn: null })])
  const takenFor: Partial<Record<TaskEvent, number>> = {
    confirmCheck: 1,
    denyCheck: 1,
    publishNotice: 2,
  }
  const taken = isAsked && state !== 'verifying' ? 2 : (takenFor[event] ?? 0)
  const notice = { from: '2018-05-01', workingDays: 10 }
  return cycle({
    preNoticeAsked: event === 'noticeFirst',
    preNotice: state === 'preNotice' ? notice : null,
    request,
    checks: isAsked ? Array<typeof check>(taken).fill(check) : [],
    notice,
    rechecks: event === 'keepClosed' ? [{ ...recheck(today, true), keptClosed: null }] : [],
  })
}

/** The village and the plant were asked; the plant has answered. */
const asked: Consultation = {
  askedOn: today,
  dueOn: '2018-06-15',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  bodies: [
    { unitId: 'branch', villageCode: village },
    { unitId: 'plant', villageCode: null },
  ],
  opinions: [],
}
const walkedConsultation: Partial<Record<TaskEvent, Consultation>> = {
  withdrawConsult: asked,
  sayOnDraft: asked,
  answerDraftOpinion: { ...asked, opinions: [draftOpinion({ party: 'plant', unitId: 'plant' })] },
}

const beforeRequest: readonly TaskState[] = [
  'draft',
  'consulting',
  'assigned',
  'inProgress',
  'selfChecked',
  'preNotice',
  'cancelled',
]

const originFor = ({ role }: Actor) => {
  if (role === 'villageOfficer') return 'village'
  return role === 'intake' ? 'hotline' : 'resident'
}

/** A share in this state; a planned one of a task that is under way, with the plan that is asked for. */
const shareOf = (
  unitId: 'lead' | 'doer',
  state: (typeof assignmentStates)[number],
  event: keyof typeof assignmentRules.table,
) => {
  if (state !== 'planned')
    return task({ state: 'assigned', assignments: [assignment(unitId, { state })] })
  const asked = { state: 'submitted', plan: planDueOn('2018-11-01'), reason: 'x' } as const
  const done = event === 'signShare' ? [doneReport(`measure.m1.${unitId}`, unitId)] : []
  const amendment = event === 'amendPlan' ? null : { ...asked, submittedOn: today }
  const share = { ...planned(unitId, '2018-10-01'), amendment }
  return task({ state: 'inProgress', assignments: [share], done })
}

const allowedOnShare = (
  unitId: 'lead' | 'doer',
  state: (typeof assignmentStates)[number],
  event: keyof typeof assignmentRules.table,
  actor: Actor,
): boolean =>
  whyNotAssignment(shareOf(unitId, state, event), unitId, event, actor, {
    ...on(today),
    given: {
      person: 'Engineer',
      phone: '0668-2280000',
      reason: 'because',
      toUnitId: 'stranger',
      plan: planDueOn('2018-12-01'),
      signOffNumber: '7',
    },
  }) === null
