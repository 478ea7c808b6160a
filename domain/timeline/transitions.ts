import type { IsoDay } from '../calendar/day'
import { limitFrom, type WorkingDayLimit } from '../calendar/period'
import { type Actor, systemActor } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import { refuseIf, RuleError } from '../refusal'
import type { TaskId } from '../task/task'
import type { MeasureDate, Signature, SigningSide, TimelineAgreement } from './timeline'
import type { TimelineId, TimelineOffer, TimelineSide, TimelineState } from './timeline'
import { hasSigned, lastOffer, sideToAnswer, type TimelineCase } from './turns'
import {
  sideOf,
  type TimelineEvent,
  type TimelineFacts,
  type TimelineGiven,
  whyNotTimeline,
} from './workflow'

/** `at` is the instant of the call in epoch milliseconds: it stands beside each signature. */
export type TimelineContext = Omit<TimelineFacts, 'given'> & { readonly at: number }

export interface TimelineTerms {
  readonly id: TimelineId
  readonly taskId: TaskId
  readonly enterpriseId: UnitId
  readonly unitId: UnitId
  readonly measures: TimelineAgreement['measures']
  readonly latestOn: TimelineAgreement['latestOn']
}

/** What two sides could agree on, before anybody has proposed. */
export const newTimeline = (terms: TimelineTerms): TimelineCase => ({
  ...terms,
  state: null,
  round: 0,
  firstRound: 1,
  offers: [],
  signatures: [],
  agreedDates: null,
  agreedOn: null,
  answerDueOn: null,
  answerDueProvisional: false,
  turnSince: null,
  remindedOn: null,
})

const decide = (
  timeline: TimelineCase,
  event: TimelineEvent,
  given: TimelineGiven,
  actor: Actor,
  context: TimelineContext,
): void => refuseIf(whyNotTimeline(timeline, event, actor, { ...context, given }))

/** The limit of whoever acts next begins to run today. */
const nextTurn = (context: TimelineContext, limit: WorkingDayLimit) => {
  const { today } = context
  const { on: answerDueOn, provisional } = limitFrom(today, limit, context)
  return { answerDueOn, answerDueProvisional: provisional, turnSince: today, remindedOn: null }
}

/** 暂定 day of whoever acts next, counted with the calendar as it is now. */
export const recountTimeline = <T extends TimelineAgreement>(
  timeline: T,
  days: Pick<TimelineContext, 'calendar' | 'settings'>,
): T => {
  const { state, turnSince, answerDueProvisional } = timeline
  if (turnSince === null || !answerDueProvisional) return timeline
  const isMediated = state === 'referred' || state === 'mediated'
  const limit = isMediated ? 'mediationWorkingDays' : 'timelineSilenceWorkingDays'
  const due = limitFrom(turnSince, limit, days)
  return { ...timeline, answerDueOn: due.on, answerDueProvisional: due.provisional }
}

const noTurn = {
  answerDueOn: null,
  answerDueProvisional: false,
  turnSince: null,
  remindedOn: null,
} as const

interface OfferText {
  readonly dates: readonly MeasureDate[]
  readonly reason: string | null
  readonly planFileIds?: readonly string[]
}

/** A new table of dates; whoever offers it has signed it, and older signatures fall. */
const withOffer = (
  timeline: TimelineCase,
  by: TimelineSide,
  round: number,
  { dates, reason, planFileIds = [] }: OfferText,
  { at }: TimelineContext,
): Pick<TimelineAgreement, 'round' | 'offers' | 'signatures'> => {
  const offer: TimelineOffer = { round, by, dates, reason, planFileIds, at }
  return {
    round,
    offers: [...timeline.offers, offer],
    signatures: by === 'coordinator' ? [] : [{ side: by, at }],
  }
}

const requireSide = (actor: Actor, timeline: TimelineCase): SigningSide => {
  const side = sideOf(actor, timeline)
  if (side === null) throw new RuleError('ACCESS.UNIT')
  return side
}

/** 提出, at first or as the next round on a counter-proposal. Throws `RuleError`. */
export const propose = (
  timeline: TimelineCase,
  given: OfferText,
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'propose', given, actor, context)
  return {
    ...timeline,
    ...withOffer(timeline, 'unit', timeline.round + 1, given, context),
    ...nextTurn(context, 'timelineSilenceWorkingDays'),
    state: 'proposed',
  }
}

/** What was signed last; what was done before these talks keeps the day that it was agreed for. */
const boundBy = (timeline: TimelineCase): TimelineAgreement['agreedDates'] => {
  const dates = lastOffer(timeline)?.dates
  if (!dates) return null
  const isDated = (id: string) => dates.some(({ measureId }) => measureId === id)
  const kept = (timeline.agreedDates ?? []).filter(({ measureId }) => !isDated(measureId))
  return [...kept, ...dates]
}

const bind = (
  timeline: TimelineCase,
  signatures: readonly Signature[],
  today: IsoDay,
): TimelineAgreement => ({
  ...timeline,
  ...noTurn,
  state: 'agreed',
  signatures,
  agreedDates: boundBy(timeline),
  agreedOn: today,
})

/** 同意: with the signature of the side that offered, the second one makes the dates bind. */
export const accept = (
  timeline: TimelineAgreement,
  given: { readonly round: number },
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'accept', given, actor, context)
  const side = requireSide(actor, timeline)
  return bind(timeline, [...timeline.signatures, { side, at: context.at }], context.today)
}

/**
 * 另提. After the last round nothing is left to propose: the caller then applies `refer` as
 * `systemActor` in the same change (`roundsAreOver`).
 */
export const counter = (
  timeline: TimelineAgreement,
  given: OfferText & {
    readonly round: number
    readonly reason: string
    readonly technicalPlan: string
  },
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'counter', given, actor, context)
  return {
    ...timeline,
    ...withOffer(timeline, 'enterprise', timeline.round, given, context),
    ...nextTurn(context, 'timelineSilenceWorkingDays'),
    state: 'countered',
  }
}

/** 转协调, by a side with its reason or by the system; the office's limit begins. */
export const refer = (
  timeline: TimelineAgreement,
  given: { readonly reason: string | null },
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'refer', given, actor, context)
  return {
    ...timeline,
    ...nextTurn(context, 'mediationWorkingDays'),
    state: 'referred',
  }
}

/** 协调: the office's table binds nobody before both have signed it. */
export const mediate = (
  timeline: TimelineAgreement,
  given: OfferText,
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'mediate', given, actor, context)
  return {
    ...timeline,
    ...withOffer(timeline, 'coordinator', timeline.round, given, context),
    ...nextTurn(context, 'mediationWorkingDays'),
    state: 'mediated',
  }
}

/** 签认 of the office's table; the second signature makes it agreed. */
export const sign = (
  timeline: TimelineAgreement,
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'sign', {}, actor, context)
  const side = requireSide(actor, timeline)
  const signatures = [...timeline.signatures, { side, at: context.at }]
  const isBoth = hasSigned({ signatures }, 'unit') && hasSigned({ signatures }, 'enterprise')
  return isBoth ? bind(timeline, signatures, context.today) : { ...timeline, signatures }
}

/** 未达成: the task's deadline stands, and so do dates agreed before terms were reopened. */
export const endUnagreed = (
  timeline: TimelineAgreement,
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'endUnagreed', {}, actor, context)
  const state = timeline.agreedDates === null ? 'notAgreed' : 'agreed'
  return { ...timeline, ...noTurn, state }
}

/** 重新商定: rounds are counted anew; dates of this cycle bind until both agree again. */
export const reopenTerms = (
  timeline: TimelineAgreement,
  given: OfferText & { readonly reason: string },
  actor: Actor,
  context: TimelineContext,
): TimelineAgreement => {
  decide(timeline, 'reopenTerms', given, actor, context)
  const round = timeline.round + 1
  return {
    ...timeline,
    ...withOffer(timeline, requireSide(actor, timeline), round, given, context),
    ...nextTurn(context, 'timelineSilenceWorkingDays'),
    // A day of an earlier cycle is history: until both agree the rework date binds the unit only.
    ...(timeline.state === 'ended' && { agreedDates: null, agreedOn: null }),
    ended: null,
    firstRound: round,
    state: 'proposed',
  }
}

/** 结束, where the task's work or its measures' is over: nothing is awaited, dates are history. */
const endAgreement = <T extends TimelineAgreement>(
  timeline: T,
  { work }: Pick<TimelineContext, 'work'>,
): T => ({
  ...timeline,
  ...noTurn,
  state: 'ended',
  ended: { from: timeline.state, cycle: work.cycle },
})

const limitIn: Readonly<Partial<Record<TimelineState, WorkingDayLimit>>> = {
  proposed: 'timelineSilenceWorkingDays',
  countered: 'timelineSilenceWorkingDays',
  referred: 'mediationWorkingDays',
  mediated: 'mediationWorkingDays',
}

/** The whole limit of whoever has to act in this state. */
const wholeTurn = (state: TimelineState, context: TimelineContext) => {
  const limit = limitIn[state]
  return limit === undefined ? noTurn : nextTurn(context, limit)
}

/** What it was before; whoever has to act has the whole limit again. */
const resumeAgreement = <T extends TimelineAgreement>(timeline: T, context: TimelineContext): T => {
  const state = timeline.ended?.from ?? 'agreed'
  return { ...timeline, ...wholeTurn(state, context), state, ended: null }
}

/** What a change of the task's work makes of the agreement, and what that is called; null: nothing. */
export const followWork = <T extends TimelineAgreement>(
  timeline: T,
  context: TimelineContext,
): { readonly next: T; readonly event: 'endAgreement' | 'resumeAgreement' } | null => {
  const may = (event: TimelineEvent) =>
    whyNotTimeline(timeline, event, systemActor, context) === null
  if (may('endAgreement')) return { next: endAgreement(timeline, context), event: 'endAgreement' }
  if (may('resumeAgreement'))
    return { next: resumeAgreement(timeline, context), event: 'resumeAgreement' }
  return null
}

/** The unit has to say something: to an offer, or whether it signs. */
const awaitsUnit = (timeline: TimelineAgreement): boolean =>
  timeline.state === 'mediated' ? !hasSigned(timeline, 'unit') : sideToAnswer(timeline) === 'unit'

/** What waits for the unit's word waits for the new one's from today on. */
const confirmedAnew = ({ nodes }: TimelineAgreement, context: TimelineContext) => {
  const due = limitFrom(context.today, 'confirmNodeWorkingDays', context)
  return nodes?.map((report) =>
    report.outcome === null
      ? { ...report, confirmDueOn: due.on, confirmDueProvisional: due.provisional }
      : report,
  )
}

/**
 * 随份额移交: the talks go on with the unit that has the share now, with all that was said; where it is
 * the unit's turn the new one has the whole limit. Throws `RuleError`.
 */
export const followShare = <T extends TimelineAgreement>(
  timeline: T,
  unitId: UnitId,
  context: TimelineContext,
): T => {
  decide(timeline, 'followShare', {}, systemActor, context)
  const nodes = confirmedAnew(timeline, context)
  return {
    ...timeline,
    ...(awaitsUnit(timeline) && wholeTurn(timeline.state, context)),
    ...(nodes && { nodes }),
    unitId,
    formerUnitIds: [...(timeline.formerUnitIds ?? []), timeline.unitId],
  }
}

/** The side whose turn it is has been reminded: silence is counted from here, once. */
export const markReminded = (
  timeline: TimelineAgreement,
  { today }: Pick<TimelineFacts, 'today'>,
): TimelineAgreement =>
  timeline.remindedOn === null ? { ...timeline, remindedOn: today } : timeline
