import type { Refusal, RefusalCode } from '../refusal'
import type { Need } from '../workflow'
import { hasCountedDate } from './deadline'
import type { TaskFacts, TaskGiven } from './facts'
import { answeringUnitOf, responsibleUnitsOf } from './responsibility'
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

const none = (items: readonly unknown[] | null): boolean => items !== null && items.length === 0

/** At least two, none of whom worked on the rectification (谁验收谁负责). */
const checkersAreIndependent = (
  { checkerIds = [] }: TaskGiven,
  { workedOnIt }: TaskFacts,
): boolean =>
  new Set(checkerIds).size >= 2 &&
  workedOnIt !== null &&
  !checkerIds.some((id) => workedOnIt.includes(id))

/** The first step may be taken by a unit that did the work, the last never. */
const lastStepIsForeign = (task: RectificationTask, { step }: TaskFacts): boolean => {
  if (step === null) return false
  const isLast = task.acceptanceChain.at(-1) === step.level
  const doers = responsibleUnitsOf(task)
  return !isLast || !step.unitIds.some((id) => doers.includes(id))
}

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
  opinionsAdopted: (task, { opinionsToAdopt }) =>
    unless(task.state !== 'consulting' || opinionsToAdopt === 0, 'TASK.OPINION_UNANSWERED'),
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
  evidence: (_task, { measuresWithoutEvidence }) =>
    unless(none(measuresWithoutEvidence), 'TASK.EVIDENCE_MISSING'),
  standards: (_task, { standardsOpen }) =>
    unless(standardsOpen === 0, 'TASK.EVIDENCE_MISSING', ['standards']),
  leaderSignOff: (_task, { given }, actor) =>
    given === undefined
      ? null
      : unless(
          actor.role === 'unitLeader' || isFilled(given.signOffFileId),
          'TASK.EVIDENCE_MISSING',
          ['signOffFileId'],
        ),
  villagesAsked: (_task, { villagesNotAsked }) =>
    unless(none(villagesNotAsked), 'TASK.OPINION_MISSING'),
  // notices
  preNoticeAsked: (_task, { asksPreNotice, preNoticeDone }) =>
    unless(asksPreNotice && !preNoticeDone, 'THING.STATE'),
  preNoticeDone: (_task, { asksPreNotice, preNoticeDone }) =>
    unless(!asksPreNotice || preNoticeDone, 'TASK.NOTICE_RUNNING'),
  released: (_task, { released }) => unless(released, 'TASK.RELEASE_MISSING'),
  noticeOver: (_task, { noticeLastOn, today }) =>
    unless(noticeLastOn !== null && today > noticeLastOn, 'TASK.NOTICE_RUNNING'),
  noOpenObjection: (_task, { objectionsOpen }) =>
    unless(objectionsOpen === 0, 'TASK.OBJECTION_OPEN'),
  objectionUpheld: (_task, { objectionUpheld }) => unless(objectionUpheld, 'THING.STATE'),
  // verification
  report: brought(({ reportFileId }) => isFilled(reportFileId), 'TASK.EVIDENCE_MISSING', [
    'reportFileId',
  ]),
  checkers: brought(
    (given, task, facts) => checkersAreIndependent(given, facts) && lastStepIsForeign(task, facts),
    'TASK.CHECKERS',
    ['checkerIds'],
  ),
  conclusionSigned: brought(({ signedBy }) => isFilled(signedBy), 'TASK.EVIDENCE_MISSING', [
    'signedBy',
  ]),
  reworkDate: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  chainDone: (task, { stepsDone }) =>
    unless(
      task.acceptanceChain.length > 0 &&
        task.acceptanceChain.every((level) => stepsDone.includes(level)),
      'TASK.CHAIN_UNFINISHED',
    ),
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
  villagesHeard: (_task, { villagesUnheard }) =>
    unless(none(villagesUnheard), 'TASK.OPINION_MISSING'),
  unsatisfiedAnswered: (_task, { unsatisfiedUnanswered }) =>
    unless(unsatisfiedUnanswered === 0, 'TASK.OPINION_UNANSWERED'),
  anotherInspector: (_task, { checkedBy }, actor) =>
    unless(actor.personId !== null && !checkedBy.includes(actor.personId), 'TASK.CHECKERS'),
  newDeadline: brought(({ on }, _task, { today }) => (on ?? '') >= today, 'TASK.DATE_PAST', ['on']),
  nextStepNotTaken: (_task, { nextStepTaken }) => unless(!nextStepTaken, 'TASK.NEXT_STEP_TAKEN'),
} as const satisfies Record<string, TaskNeedRule>

export type TaskNeed = keyof typeof taskNeeds
