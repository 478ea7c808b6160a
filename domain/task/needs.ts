import type { Actor } from '../organization/actor'
import type { Refusal } from '../refusal'
import { isChainDone, nextStep, whyNotChain } from './acceptance-chain'
import { villagesToAsk, villagesUnheard } from './asking'
import { areIndependent, areOwed, isEachChecked, isEachSeen } from './check-conditions'
import { isFilled } from '../given'
import { brought, type TaskNeedRule, unless } from './condition'
import { consultationNeeds } from './consultation-needs'
import { correctableAt } from './correctable'
import {
  awaitsPreNotice,
  isSignedOnPaper,
  openRelapse,
  presentCycle,
  presentNotice,
  standards,
} from './cycle'
import { hasCountedDate } from './deadline'
import { isOccurrenceOver, openRhythms } from './duty'
import type { TaskFacts } from './facts'
import { isNoticeOver } from './notice'
import { partsOf } from './part'
import { whyNotProven } from './part-proof'
import { answeringUnitOf, doingUnitsOf } from './responsibility'
import { sharesToSign, standingSignature } from './share-signature'
import { whyNotSites } from './site-list'
import type { RectificationTask } from './task'

export const taskNeeds = {
  // assign: what the list left open arrives with the event, so it is asked only then.
  singleLead: brought(
    (_given, task) => answeringUnitOf(task.units) !== null,
    'TASK.NO_SINGLE_LEAD',
  ),
  collectiveSplit: brought(
    (_given, task) => task.collectiveUnits.length === 0,
    'TASK.COLLECTIVE_UNIT',
  ),
  countedDate: brought((_given, task) => hasCountedDate(task.deadline), 'TASK.NO_COUNTED_DATE'),
  ...consultationNeeds,
  // enterEvent: once by who was named, corrected by the office with a reason.
  eventAwaited: ({ deadline: { kinds, event, countedOn } }, { given }, { role }) => {
    const isAwaited = event !== null && kinds.includes('relative')
    if (isAwaited && !event.entered && countedOn === null) return null
    if (!isAwaited || !event.entered || role !== 'coordinator') return { code: 'THING.STATE' }
    const isSaid = given === undefined || isFilled(given.reason)
    return unless(isSaid, 'TASK.REASON_REQUIRED', ['reason'])
  },
  eventDay: brought(({ on }, _task, { today }) => isFilled(on) && on! <= today, 'TASK.DATE_AHEAD', [
    'happenedOn',
  ]),
  eventPaper: brought(({ paperNumber }) => isFilled(paperNumber), 'TASK.PAPER_NUMBER_REQUIRED', [
    'paperNumber',
  ]),
  // rollRecurring
  occurrenceOver: (task, { today }) => unless(isOccurrenceOver(task, today), 'THING.STATE'),
  // changeRhythm: what the list prints is no one's to change.
  rhythmOpen: (task, { given }) => {
    const open = openRhythms(task)
    if (given === undefined || open.length === 0) return unless(open.length > 0, 'THING.STATE')
    return unless(open.includes(given.measureId ?? null), 'THING.NOT_FOUND', ['measureId'])
  },
  // correctText: what the list has, by its own line; a date with the day that it means.
  placeOfList: brought(
    ({ place }, task) => correctableAt(task, place) !== undefined,
    'THING.NOT_FOUND',
    ['place'],
  ),
  sourceLine: brought(({ sourceLine }) => isFilled(sourceLine), 'TASK.REASON_REQUIRED', [
    'sourceLine',
  ]),
  dayOfDate: brought(
    ({ place, on }, task) => correctableAt(task, place)?.on === null || isFilled(on),
    'TASK.NO_COUNTED_DATE',
    ['on'],
  ),
  // setSites: measures that somebody may already have said done are looked at when a list comes.
  sitesFit: (task, { given }) => {
    if (given === undefined) return unless(task.measures.length > 0, 'THING.STATE')
    return given.siteList ? whyNotSites(task, given.siteList) : { code: 'THING.STATE' }
  },
  collectiveUnit: (task) => unless(task.collectiveUnits.length > 0, 'THING.STATE'),
  allPlanned: (task) =>
    unless(
      task.assignments.length > 0 && task.assignments.every(({ state }) => state === 'planned'),
      'TASK.ASSIGNMENT_OPEN',
    ),
  reason: brought(({ reason }) => isFilled(reason), 'TASK.REASON_REQUIRED', ['reason']),
  // self-check
  // A share that was given to another unit is signed for and planned first, whatever is done of it.
  sharesPlanned: (task) =>
    unless(
      task.assignments.every(({ state }) => state === 'planned'),
      'TASK.ASSIGNMENT_OPEN',
    ),
  // One unit that is not done holds it: never a part left out. A duty is in place with its first time.
  partsDone: (task) =>
    unless(
      partsOf(task).every(({ kind, doneOn }) => kind === 'occurrence' || doneOn !== null) &&
        task.measures.every(({ doneOn }) => doneOn !== null),
      'TASK.MEASURE_UNFINISHED',
    ),
  // Each for its own share; the whole is signed by the unit that answers for it.
  sharesSigned: (task) =>
    unless(
      sharesToSign(task).every((assignment) => standingSignature(assignment) !== null),
      'TASK.SHARE_UNSIGNED',
    ),
  villagesAsked: (task, { asking }) =>
    unless(villagesToAsk(task, asking).length === 0, 'TASK.VILLAGE_NOT_ASKED'),
  villageToAsk: (task, { asking }) => unless(villagesToAsk(task, asking).length > 0, 'THING.STATE'),
  foreignToWork: (task, _facts, actor) =>
    unless(actor.unitId === null || !doingUnitsOf(task).includes(actor.unitId), 'ACCESS.UNIT'),
  // Only where branch and committee were silent past their day.
  villageOverdue: (task, { asking, today, given }) => {
    const waiting = villagesUnheard(task, asking).filter((code) =>
      asking?.villageCodes.includes(code),
    )
    const isOver = asking !== null && today > asking.dueOn
    const isMeant = given === undefined || waiting.includes(given.villageCode ?? '')
    return unless(waiting.length > 0 && isOver && isMeant, 'THING.STATE')
  },
  twoVisitors: brought(({ companion }) => isFilled(companion), 'TASK.CHECKERS', ['companion']),
  evidence: (task) => whyNotProven(task),
  standards: brought(
    (given) => standards.every((standard) => isFilled(given.standards?.[standard])),
    'TASK.WORDS_REQUIRED',
    ['standards'],
  ),
  // Where the list prints no part there is no proof but the paper.
  leaderSignOff: (task, { given }, actor) =>
    given === undefined
      ? null
      : unless(
          isSignedOnPaper(given) || (actor.role === 'unitLeader' && partsOf(task).length > 0),
          'TASK.SIGN_OFF_MISSING',
          ['signOffNumber'],
        ),
  // notices
  preNoticeAsked: (task) => unless(awaitsPreNotice(task), 'THING.STATE'),
  preNoticeHeld: (task) => unless(!awaitsPreNotice(task), 'TASK.PRE_NOTICE_DUE'),
  released: (_task, { released }) => unless(released, 'TASK.RELEASE_MISSING'),
  noticeOver: (task, { today, calendar }) => {
    const notice = presentNotice(task)
    return unless(notice !== null && isNoticeOver(notice, today, calendar), 'TASK.NOTICE_RUNNING')
  },
  noOpenObjection: (_task, { objectionsOpen }) =>
    unless(objectionsOpen === 0, 'TASK.OBJECTION_OPEN'),
  // verification
  chainGiven: (task, { given }) =>
    given === undefined ? null : whyNotChain(task, given.chain ?? []),
  chainNamed: (task) => whyNotChain(task, task.acceptanceChain),
  report: brought(({ reportNumber }) => isFilled(reportNumber), 'TASK.REPORT_NUMBER_REQUIRED', [
    'reportNumber',
  ]),
  checkers: brought(
    ({ checkers = [] }, task, facts) => areIndependent(checkers, task, facts.workedOnIt),
    'TASK.CHECKERS',
    ['checkers'],
  ),
  measuresChecked: brought(
    ({ measures = [] }, task) => isEachChecked(task, measures),
    'TASK.MEASURE_UNCHECKED',
    ['measures'],
  ),
  // The province's step is recorded by its paper.
  measuresSeen: brought(
    ({ measures = [] }, task) => nextStep(task)?.level === 'province' || isEachSeen(measures),
    'TASK.MEASURE_UNSEEN',
    ['measures'],
  ),
  conclusion: brought(({ words }) => isFilled(words), 'TASK.WORDS_REQUIRED', ['words']),
  demands: brought(({ demands = [] }, task) => areOwed(task, demands), 'TASK.DEMAND_REQUIRED', [
    'demands',
  ]),
  reworkDate: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  chainDone: (task) => unless(isChainDone(task), 'TASK.CHAIN_UNFINISHED'),
  // close-out
  decisionNumber: brought(
    ({ decisionNumber }) => isFilled(decisionNumber),
    'TASK.DECISION_NUMBER_REQUIRED',
    ['decisionNumber'],
  ),
  upperDocument: brought(
    ({ upperDocumentNumber }) => isFilled(upperDocumentNumber),
    'TASK.DECISION_NUMBER_REQUIRED',
    ['upperDocumentNumber'],
  ),
  childrenClosed: (_task, { childrenOpen }) => unless(childrenOpen === 0, 'TASK.CHILD_OPEN'),
  villagesHeard: (task, { asking }) =>
    unless(villagesUnheard(task, asking).length === 0, 'TASK.OPINION_MISSING'),
  unsatisfiedAnswered: (task, { asking }) =>
    unless(
      task.villageCodes.length === 0 || asking?.isAnswered === true,
      'TASK.OPINION_UNANSWERED',
    ),
  anotherInspector: (task, _facts, { personId }) =>
    unless(
      !presentCycle(task).checks.some(({ checkers }) =>
        checkers.some((checker) => checker.personId === personId),
      ),
      'ACCESS.SAME_PERSON',
    ),
  // 反弹 with finding and photos: the office reopens on what can be seen.
  relapsePhoto: brought(
    ({ relapsed = false, photoIds = [] }) => !relapsed || photoIds.length > 0,
    'TASK.PHOTO_REQUIRED',
    ['photoIds'],
  ),
  relapseFound: (task) => unless(openRelapse(task) !== null, 'THING.STATE'),
  newDeadline: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  nextStepNotTaken: (task) => {
    const { checks, request, preNotice = null } = presentCycle(task)
    const isTaken = checks.length > 0 || (request === null && preNotice !== null)
    return unless(!isTaken, 'TASK.NEXT_STEP_TAKEN')
  },
} as const satisfies Record<string, TaskNeedRule>

export type TaskNeed = keyof typeof taskNeeds

/** Why what is asked to be done again is no rework, or null: reason, day and demands. */
export const whyNotRework = (
  task: RectificationTask,
  facts: TaskFacts,
  actor: Actor,
): Refusal | null =>
  taskNeeds.reason(task, facts, actor) ??
  taskNeeds.reworkDate(task, facts, actor) ??
  taskNeeds.demands(task, facts, actor)
