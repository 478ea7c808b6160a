import type { Refusal, RefusalCode } from '../refusal'
import type { Need } from '../workflow'
import { hasCountedDate } from './deadline'
import type { TaskFacts, TaskGiven } from './facts'
import { answeringUnitOf } from './responsibility'
import type { RectificationTask } from './task'

type TaskNeedRule = Need<RectificationTask, TaskFacts>

const unless = (holds: boolean, code: RefusalCode, fields?: readonly string[]): Refusal | null => {
  if (holds) return null
  return fields ? { code, fields } : { code }
}

/** A condition on what the caller brings: not asked while the page only asks what is possible. */
const brought =
  (
    holds: (given: TaskGiven, task: RectificationTask, facts: TaskFacts) => boolean,
    code: RefusalCode,
    fields?: readonly string[],
  ): TaskNeedRule =>
  (task, facts) =>
    facts.given === undefined ? null : unless(holds(facts.given, task, facts), code, fields)

const isFilled = (text: string | undefined): boolean => (text ?? '').trim() !== ''

/** At least two, none of whom worked on the rectification (谁验收谁负责). */
const checkersAreIndependent = (
  { checkerIds = [] }: TaskGiven,
  { workedOnIt }: TaskFacts,
): boolean => new Set(checkerIds).size >= 2 && !checkerIds.some((id) => workedOnIt.includes(id))

/**
 * A condition on what nothing in the system causes yet: it never holds, so that the event is
 * offered to nobody. The change that brings the cause brings the fact, and a real condition here.
 */
const noSource =
  (code: RefusalCode, fields?: readonly string[]): TaskNeedRule =>
  () =>
    fields ? { code, fields } : { code }

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
  collectiveUnit: (task) => unless(task.collectiveUnits.length > 0, 'THING.STATE'),
  allPlanned: (task) =>
    unless(
      task.assignments.length > 0 && task.assignments.every(({ state }) => state === 'planned'),
      'TASK.ASSIGNMENT_OPEN',
    ),
  reason: brought(({ reason }) => isFilled(reason), 'TASK.REASON_REQUIRED', ['reason']),
  // self-check
  measuresDone: (task) =>
    unless(
      task.measures.every((measure) => measure.doneOn !== null),
      'TASK.MEASURE_UNFINISHED',
    ),
  evidence: noSource('TASK.EVIDENCE_MISSING'),
  standards: noSource('TASK.EVIDENCE_MISSING', ['standards']),
  leaderSignOff: (_task, { given }, actor) =>
    given === undefined
      ? null
      : unless(
          actor.role === 'unitLeader' || isFilled(given.signOffFileId),
          'TASK.EVIDENCE_MISSING',
          ['signOffFileId'],
        ),
  villagesAsked: noSource('TASK.OPINION_MISSING'),
  // notices
  preNoticeAsked: noSource('THING.STATE'),
  preNoticeDone: noSource('TASK.NOTICE_RUNNING'),
  released: (_task, { released }) => unless(released, 'TASK.RELEASE_MISSING'),
  noticeOver: noSource('TASK.NOTICE_RUNNING'),
  noOpenObjection: noSource('TASK.OBJECTION_OPEN'),
  // verification
  report: brought(({ reportFileId }) => isFilled(reportFileId), 'TASK.EVIDENCE_MISSING', [
    'reportFileId',
  ]),
  checkers: brought(
    (given, _task, facts) => checkersAreIndependent(given, facts),
    'TASK.CHECKERS',
    ['checkerIds'],
  ),
  // The first step may be taken by a unit that did the work, the last never.
  lastStepForeign: noSource('TASK.CHECKERS'),
  conclusionSigned: brought(({ signedBy }) => isFilled(signedBy), 'TASK.EVIDENCE_MISSING', [
    'signedBy',
  ]),
  reworkDate: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  chainDone: noSource('TASK.CHAIN_UNFINISHED'),
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
  villagesHeard: noSource('TASK.OPINION_MISSING'),
  unsatisfiedAnswered: noSource('TASK.OPINION_UNANSWERED'),
  anotherInspector: noSource('TASK.CHECKERS'),
  newDeadline: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  nextStepNotTaken: noSource('TASK.NEXT_STEP_TAKEN'),
} as const satisfies Record<string, TaskNeedRule>

export type TaskNeed = keyof typeof taskNeeds
