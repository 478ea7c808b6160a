import { isFilled } from '../given'
import type { RefusalCode } from '../refusal'
import { type Need, type Row, type Rules, rulesOf } from '../workflow'
import type { FeedbackCase, FeedbackFacts, FeedbackGiven } from './facts'
import { endedStates, feedbackStates, type FeedbackState } from './feedback'
import { isAccused, isSameDesk } from './desk'
import { rateBy } from './limits'
import { feedbackParties, type FeedbackParty } from './parties'

export const feedbackEvents = [
  'submit', // 提交
  'admit', // 受理
  'decline', // 不予受理
  'handOverDesk', // 转交受理
  'replaceDesk', // 换受理人
  'correctAccused', // 更正被反映单位
  'assign', // 分办
  'takeBack', // 收回
  'returnToIntake', // 退回受理
  'submitAnswer', // 报答复
  'releaseAnswer', // 发出答复
  'returnAnswer', // 退回答复
  'extendAnswer', // 延期答复
  'rate', // 评价
  'submitSecondAnswer', // 再查后报答复
  'archiveUnrated', // 未评价归档
  'answerByRecheck', // 以回头看的结果答复
  'supplement', // 补充
  'withdraw', // 撤回
  'eraseReporter', // 撤回身份, 事项继续办
  'merge', // 合并
] as const
export type FeedbackEvent = (typeof feedbackEvents)[number]

type FeedbackNeedRule = Need<FeedbackCase, FeedbackFacts>

/** A condition on what the caller brings: not asked while the page only asks what is possible. */
const brought =
  (
    holds: (given: FeedbackGiven, feedback: FeedbackCase, facts: FeedbackFacts) => boolean,
    code: RefusalCode,
    field?: string,
  ): FeedbackNeedRule =>
  (feedback, facts) => {
    if (facts.given === undefined || holds(facts.given, feedback, facts)) return null
    return field === undefined ? { code } : { code, fields: [field] }
  }

const beforeAnswered: readonly FeedbackState[] = [
  'submitted',
  'admitted',
  'assigned',
  'answerSubmitted',
]

/** Nobody has been answered yet: what is said now still counts. */
const isMatterOpen = (matter: Pick<FeedbackCase, 'state' | 'answeredOn'> | undefined): boolean =>
  matter !== undefined &&
  matter.answeredOn === null &&
  matter.state !== null &&
  beforeAnswered.includes(matter.state)

const needs = {
  reason: brought(({ reason }) => isFilled(reason), 'FEEDBACK.REASON_REQUIRED', 'reason'),
  summary: brought(({ summary }) => isFilled(summary), 'FEEDBACK.SUMMARY_REQUIRED', 'summary'),
  // 代填: the resident's consent is noted.
  consent: brought(
    ({ consentNoted }, { origin }) => origin !== 'village' || consentNoted === true,
    'FEEDBACK.CONSENT_REQUIRED',
    'consentNoted',
  ),
  unitNotAccused: brought(
    ({ unitId }, { accusedUnitIds }) => !accusedUnitIds.includes(unitId ?? ''),
    'FEEDBACK.UNIT_ACCUSED',
    'unitId',
  ),
  // A desk that is accused decides nothing of its own report: it hands it over.
  deskNotAccused: (_feedback, { given }, actor) =>
    isAccused(actor, { accusedUnitIds: given?.accusedUnitIds ?? [] })
      ? { code: 'FEEDBACK.DESK_ACCUSED', fields: ['accusedUnitIds'] }
      : null,
  unitLetGo: brought(
    ({ accusedUnitIds = [] }, { state, unitId }) =>
      (state !== 'assigned' && state !== 'answerSubmitted') ||
      !accusedUnitIds.includes(unitId ?? ''),
    'FEEDBACK.TAKE_BACK_FIRST',
    'accusedUnitIds',
  ),
  nextDesk: brought(
    ({ desk }) => desk !== undefined && desk.possible.some((each) => isSameDesk(each, desk.to)),
    'FEEDBACK.DESK_NOT_NEXT',
    'to',
  ),
  notAskedAgain: ({ ratings }) =>
    ratings.length < 2 ? null : { code: 'FEEDBACK.NOT_ASKED_AGAIN' },
  words: brought(
    ({ rating, words }) => rating === 'done' || isFilled(words),
    'FEEDBACK.WORDS_REQUIRED',
    'words',
  ),
  // "Before answered": a second look comes after an answer.
  neverAnswered: ({ answeredOn }) => (answeredOn === null ? null : { code: 'THING.STATE' }),
  unratedTooLong: ({ answeredOn }, { today, settings }) =>
    answeredOn !== null && today > rateBy(answeredOn, settings) ? null : { code: 'THING.STATE' },
  recheckAwaited: ({ awaitsRecheck }) => (awaitsRecheck ? null : { code: 'THING.STATE' }),
  notExtendedYet: ({ answerExtended }) =>
    answerExtended ? { code: 'FEEDBACK.EXTENDED_ALREADY' } : null,
  // The 30 days belong to the 60; an inspection batch is kept open by 阶段性办结 instead.
  extendable: ({ origin, answerDueOn }, { today }) =>
    origin !== 'inspectionBatch' && answerDueOn !== null && today <= answerDueOn
      ? null
      : { code: 'THING.STATE' },
  stageAllowed: brought(
    ({ nextOn }, { origin, secondLookOn }, { today }) =>
      !nextOn || (origin === 'inspectionBatch' && secondLookOn === null && nextOn > today),
    'THING.STATE',
    'nextOn',
  ),
  anotherReport: brought(({ into }, { id }) => into?.id !== id, 'FEEDBACK.MERGE_ITSELF', 'intoId'),
  targetOpen: brought(({ into }) => isMatterOpen(into), 'THING.STATE', 'intoId'),
  // 补充 of a merged report goes to intake with the matter, as long as that is open.
  matterOpen: ({ state }, { matter }) =>
    state !== 'merged' || isMatterOpen(matter) ? null : { code: 'THING.STATE' },
  // The other report may lie with, or still go to, a unit that only this one accuses.
  accusedThereToo: brought(
    ({ into }, { accusedUnitIds }) =>
      accusedUnitIds.every((id) => into?.accusedUnitIds.includes(id) ?? false),
    'FEEDBACK.UNIT_ACCUSED',
    'intoId',
  ),
} as const satisfies Record<string, FeedbackNeedRule>
type FeedbackNeed = keyof typeof needs

const open: readonly FeedbackState[] = feedbackStates.filter(
  (state) => !endedStates.includes(state),
)

/** 开门整改: the law of a report, one row an event. */
const feedbackTable: Readonly<
  Record<FeedbackEvent, Row<FeedbackState, FeedbackParty, FeedbackNeed>>
> = {
  submit: {
    from: [null],
    to: 'submitted',
    by: ['resident', 'villageOfficer', 'recorder'],
    needs: ['consent'],
  },
  admit: {
    from: ['submitted'],
    to: 'admitted',
    by: ['desk'],
    needs: ['summary', 'deskNotAccused'],
  },
  decline: { from: ['submitted'], to: 'declined', by: ['desk'], needs: ['reason'] },
  handOverDesk: {
    from: ['submitted', 'admitted'],
    to: null,
    by: ['desk'],
    needs: ['reason', 'nextDesk'],
  },
  // The named inspector is in office no more.
  replaceDesk: { from: open, to: null, by: ['system'], needs: ['nextDesk'] },
  // What another desk marked, or marked before it handed the report over.
  correctAccused: {
    from: open.filter((state) => state !== 'submitted'),
    to: null,
    by: ['desk'],
    needs: ['reason', 'deskNotAccused', 'unitLetGo'],
  },
  // A second look too, which the unit that answered may have nobody else for.
  assign: {
    from: ['admitted', 'secondLook'],
    to: ['assigned', 'secondLook'],
    by: ['desk', 'coordinatorOfRegion'],
    needs: ['unitNotAccused'],
  },
  // A unit that cannot act, is silent, or turns out to be accused. The reporter's days run on.
  takeBack: {
    from: ['assigned'],
    to: 'admitted',
    by: ['desk', 'coordinatorOfRegion'],
    needs: ['reason'],
  },
  returnToIntake: { from: ['assigned'], to: 'admitted', by: ['handlingUnit'], needs: ['reason'] },
  submitAnswer: { from: ['assigned'], to: 'answerSubmitted', by: ['handlingUnit'], needs: [] },
  releaseAnswer: {
    from: ['answerSubmitted'],
    to: ['answered', 'assigned'],
    by: ['coordinatorOfRegion', 'deskForOffice'],
    needs: ['stageAllowed'],
  },
  returnAnswer: {
    from: ['answerSubmitted'],
    // What a re-check found goes back to the desk: no unit has the report.
    to: ['assigned', 'secondLook', 'admitted'],
    by: ['coordinatorOfRegion', 'deskForOffice'],
    needs: ['reason'],
  },
  extendAnswer: {
    from: ['admitted', 'assigned'],
    to: null,
    by: ['coordinatorOfRegion', 'desk'],
    needs: ['notExtendedYet', 'extendable', 'reason'],
  },
  rate: {
    from: ['answered'],
    to: ['archived', 'secondLook'],
    by: ['reporter'],
    needs: ['notAskedAgain', 'words'],
  },
  submitSecondAnswer: {
    from: ['secondLook'],
    to: 'answerSubmitted',
    by: ['anotherPerson', 'inspectorOfRegion'],
    needs: [],
  },
  archiveUnrated: { from: ['answered'], to: 'archived', by: ['system'], needs: ['unratedTooLong'] },
  // Where none comes any more the report goes its ordinary way.
  answerByRecheck: {
    from: ['admitted'],
    to: ['answerSubmitted', 'admitted'],
    by: ['system'],
    needs: ['recheckAwaited'],
  },
  supplement: {
    from: [...beforeAnswered, 'merged'],
    to: null,
    by: ['reporter'],
    needs: ['neverAnswered', 'matterOpen'],
  },
  withdraw: { from: beforeAnswered, to: 'withdrawn', by: ['reporter'], needs: ['neverAnswered'] },
  // Others reported the same matter: who leaves it takes the own identity away, not the matter.
  eraseReporter: {
    from: [...beforeAnswered, 'merged'],
    to: null,
    by: ['reporter'],
    needs: ['neverAnswered'],
  },
  merge: {
    from: ['submitted', 'admitted', 'assigned'],
    to: 'merged',
    by: ['desk'],
    needs: ['anotherReport', 'targetOpen', 'accusedThereToo'],
  },
}

export const feedbackRules: Rules<FeedbackCase, FeedbackFacts, FeedbackEvent> = rulesOf({
  table: feedbackTable,
  parties: feedbackParties,
  needs,
})

export const { whyNot: whyNotFeedback, allowed: allowedFeedbackEvents } = feedbackRules
