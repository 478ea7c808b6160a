import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import { refuseIf } from '../refusal'
import type { TaskId } from '../task/task'
import type { FeedbackCase, FeedbackFacts, FeedbackGiven } from './facts'
import type {
  AwaitedRecheck,
  Feedback,
  FeedbackDesk,
  FeedbackId,
  FeedbackOrigin,
  Looker,
  PollutionType,
  Protection,
  Rating,
} from './feedback'
import { admitDueOn, answerDueOn, extendedDueOn, secondLookDue } from './limits'
import { type FeedbackEvent, whyNotFeedback } from './workflow'

type Context = Omit<FeedbackFacts, 'given'>

/** Asks the law with what the caller brings, then writes the change. Throws `RuleError`. */
const change = (
  feedback: Feedback,
  event: FeedbackEvent,
  given: FeedbackGiven,
  actor: Actor,
  context: Context,
  next: Partial<Feedback>,
): Feedback => {
  refuseIf(whyNotFeedback(feedback, event, actor, { ...context, given }))
  const isMoved = next.state !== undefined && next.state !== feedback.state
  return { ...feedback, ...next, stateSince: isMoved ? context.today : feedback.stateSince }
}

export interface NewFeedback {
  readonly id: FeedbackId
  readonly number: string
  readonly origin: FeedbackOrigin
  readonly protection: Protection
  readonly regionCode: RegionCode | null
  readonly taskId: TaskId | null
  readonly relapse?: true
  /** 代填 by a village officer asks for the resident's consent. */
  readonly consentNoted: boolean
}

/** 提交: everything the reporter said stays with intake; here begin only the limits. */
export const submitFeedback = (
  { consentNoted, ...given }: NewFeedback,
  actor: Actor,
  context: Context,
): Feedback => {
  const feedback: FeedbackCase = {
    ...given,
    state: null,
    stateSince: context.today,
    summary: null,
    pollutionTypes: [],
    clearedPhotoIds: [],
    accusedUnitIds: [],
    desk: null,
    unitId: null,
    submittedOn: context.today,
    admitDueOn: admitDueOn(context.today, context.settings),
    admittedOn: null,
    answerDueOn: null,
    answerDueProvisional: false,
    answerExtended: false,
    answers: [],
    answeredOn: null,
    secondLookOn: null,
    secondLookBy: null,
    ratings: [],
    declinedReason: null,
    mergedIntoId: null,
    joined: 0,
    repeated: false,
  }
  refuseIf(whyNotFeedback(feedback, 'submit', actor, { ...context, given: { consentNoted } }))
  return { ...feedback, state: 'submitted' }
}

export interface Admission {
  /** 摘要: what handlers get instead of the reporter's words. */
  readonly summary: string
  readonly pollutionTypes: readonly PollutionType[]
  readonly clearedPhotoIds: readonly string[]
  readonly accusedUnitIds: readonly UnitId[]
  /** Null leaves the place as the reporter gave it. */
  readonly regionCode: RegionCode | null
  /** Of a relapse: the re-check that answers it. */
  readonly awaitsRecheck?: AwaitedRecheck | null
}

export const admit = (
  feedback: Feedback,
  given: Admission,
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'admit', given, actor, context, {
    ...given,
    regionCode: given.regionCode ?? feedback.regionCode,
    state: 'admitted',
    admittedOn: context.today,
    answerDueOn: answerDueOn(feedback.origin, context.today, context.settings),
  })

/** 不予受理: the reason says where to go instead. */
export const decline = (
  feedback: Feedback,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'decline', given, actor, context, {
    state: 'declined',
    declinedReason: given.reason,
  })

export interface HandOver {
  readonly to: FeedbackDesk
  /** To whom it may go: `nextDesks`. */
  readonly possible: readonly FeedbackDesk[]
  /** As the desk sees it; the new desk may correct it. */
  readonly accusedUnitIds: readonly UnitId[]
  readonly reason: string
}

/** 转交受理: another desk has this one report from now on, with identity and words. */
export const handOverDesk = (
  feedback: Feedback,
  { accusedUnitIds, reason, ...desk }: HandOver,
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'handOverDesk', { reason, desk }, actor, context, {
    desk: desk.to,
    accusedUnitIds,
  })

/** 换受理人: by the system, where the named inspector has left the office. */
export const replaceDesk = (
  feedback: Feedback,
  desk: Pick<HandOver, 'to' | 'possible'>,
  actor: Actor,
  context: Context,
): Feedback => change(feedback, 'replaceDesk', { desk }, actor, context, { desk: desk.to })

/** 更正被反映单位: from here the units that are named see nothing of the report. */
export const correctAccused = (
  feedback: Feedback,
  given: { readonly accusedUnitIds: readonly UnitId[]; readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'correctAccused', given, actor, context, {
    accusedUnitIds: given.accusedUnitIds,
  })

/** 收回 from a unit that cannot act, is silent or accused. */
export const takeBack = (
  feedback: Feedback,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'takeBack', given, actor, context, { state: 'admitted', unitId: null })

/** 分办; a second look stays one, with its day, at the unit that has it from now on. */
export const assignFeedback = (
  feedback: Feedback,
  { unitId, looker = 'unit' }: { readonly unitId: UnitId; readonly looker?: Looker },
  actor: Actor,
  context: Context,
): Feedback =>
  change(
    feedback,
    'assign',
    { unitId },
    actor,
    context,
    feedback.state === 'secondLook'
      ? { unitId, secondLookBy: looker }
      : { state: 'assigned', unitId, awaitsRecheck: null },
  )

/** 退回受理: not ours. The limit of the answer goes on: it is the reporter's. */
export const returnToIntake = (
  feedback: Feedback,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'returnToIntake', given, actor, context, { state: 'admitted', unitId: null })

/** +30 days, once; the caller tells the reporter. */
export const extendAnswer = (
  feedback: Feedback,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'extendAnswer', given, actor, context, {
    answerExtended: true,
    answerDueOn: feedback.answerDueOn && extendedDueOn(feedback.answerDueOn, context),
  })

/** True for a rating after which another person looks again: once, and not after 办好了. */
export const asksAgain = ({ ratings }: Pick<Feedback, 'ratings'>, rating: Rating): boolean =>
  rating !== 'done' && ratings.length === 0

/**
 * 评价. 办好了 archives; the others ask for a second look by another person, once: whatever the
 * rating after the second answer is, it archives.
 */
export const rate = (
  feedback: Feedback,
  {
    looker = 'unit',
    ...given
  }: { readonly rating: Rating; readonly words: string; readonly looker?: Looker },
  actor: Actor,
  context: Context,
): Feedback => {
  const isFinal = !asksAgain(feedback, given.rating)
  const ratings = [...feedback.ratings, given.rating]
  const due = secondLookDue(context.today, context)
  return change(
    feedback,
    'rate',
    given,
    actor,
    context,
    isFinal
      ? { state: 'archived', ratings }
      : {
          state: 'secondLook',
          ratings,
          secondLookOn: context.today,
          answerDueOn: due.on,
          answerDueProvisional: due.provisional,
          secondLookBy: looker,
        },
  )
}

/** 暂定 day of a second look, counted with the calendar as it is now; other days are no working days. */
export const recountFeedback = (feedback: Feedback, days: Omit<Days, 'today'>): Feedback => {
  const { state, secondLookOn, answerDueProvisional } = feedback
  if (state !== 'secondLook' || secondLookOn === null || !answerDueProvisional) return feedback
  const due = secondLookDue(secondLookOn, days)
  return { ...feedback, answerDueOn: due.on, answerDueProvisional: due.provisional }
}

export const archiveUnrated = (feedback: Feedback, actor: Actor, context: Context): Feedback =>
  change(feedback, 'archiveUnrated', {}, actor, context, { state: 'archived' })

/** 补充: the words go to intake's half; here only the law is asked. */
export const supplement = (feedback: Feedback, actor: Actor, context: Context): Feedback =>
  change(feedback, 'supplement', {}, actor, context, {})

/** 撤回 of a report that nobody shares; the caller erases the identity in the same change. */
export const withdrawFeedback = (feedback: Feedback, actor: Actor, context: Context): Feedback =>
  change(feedback, 'withdraw', {}, actor, context, { state: 'withdrawn' })

/**
 * 撤回 of one of several reports of a matter: the others' goes on, and the caller erases this
 * one's identity in the same change.
 */
export const eraseReporter = (feedback: Feedback, actor: Actor, context: Context): Feedback =>
  change(feedback, 'eraseReporter', {}, actor, context, {})

/**
 * 合并 into another report of the same matter. `reportsOfMatter` counts those that are already
 * one with the target, the target included: the third report is 重复件.
 */
export const mergeFeedback = (
  feedback: Feedback,
  given: {
    readonly into: Pick<Feedback, 'id' | 'state' | 'accusedUnitIds' | 'answeredOn'>
    readonly reportsOfMatter: number
  },
  actor: Actor,
  context: Context,
): Feedback =>
  change(feedback, 'merge', { into: given.into }, actor, context, {
    state: 'merged',
    mergedIntoId: given.into.id,
    repeated: given.reportsOfMatter >= 2,
  })
