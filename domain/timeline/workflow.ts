import { isFilled } from '../given'
import type { Days } from '../calendar/period'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { actsForUnit, holdsRegion } from '../organization/scope'
import type { Refusal, RefusalCode } from '../refusal'
import { type Need, type Party, type Row, type Rules, rulesOf } from '../workflow'
import { sameDates, whyNotDates } from './dates'
import { type MeasureDate, type SigningSide, type TimelineState, timelineStates } from './timeline'
import {
  hasSigned,
  isSilent,
  lastOffer,
  measuresInTalk,
  roundsAreOver,
  sideToAccept,
  sideToAnswer,
  type TimelineCase,
} from './turns'
import { isWorkOver, openMeasures, type TimelineWork } from './work'

export const timelineEvents = [
  'propose', // 提出
  'accept', // 同意
  'counter', // 另提
  'refer', // 转协调
  'mediate', // 协调
  'sign', // 签认
  'endUnagreed', // 未达成
  'reopenTerms', // 重新商定
  'endAgreement', // 商定结束
  'resumeAgreement', // 商定继续
  'followShare', // 随份额移交
] as const
export type TimelineEvent = (typeof timelineEvents)[number]

export interface TimelineGiven {
  readonly dates?: readonly MeasureDate[]
  readonly reason?: string | null
  /** The round the caller has read. */
  readonly round?: number
  /** 技术方案: words or a file stand with a counter-proposal. */
  readonly technicalPlan?: string
  readonly planFileIds?: readonly string[]
}

export interface TimelineFacts extends Days {
  readonly given?: TimelineGiven
  /** What of the task's work bears on the agreement. */
  readonly work: TimelineWork
  /** The regions of the task: who of the office may mediate. */
  readonly regionCodes: readonly RegionCode[]
}

type TimelineParty =
  | 'unitToPropose'
  | 'enterpriseToAnswer'
  | 'sideToAccept'
  | 'eitherSide'
  | 'coordinatorOfRegion'
  | 'system'
type Relation = Party<TimelineCase, TimelineFacts>

/** Null when the actor acts for that side of this agreement. */
export const onSide = (
  actor: Actor,
  thing: TimelineCase,
  side: SigningSide,
): RefusalCode | null => {
  if (side === 'unit') return actsForUnit(actor, [thing.unitId])
  if (actor.role !== 'enterpriseAgent') return 'ACCESS.ROLE'
  return actor.unitId === thing.enterpriseId ? null : 'ACCESS.UNIT'
}

/** The side an actor stands on; null for everybody else. */
export const sideOf = (actor: Actor, thing: TimelineCase): SigningSide | null => {
  if (onSide(actor, thing, 'unit') === null) return 'unit'
  return onSide(actor, thing, 'enterprise') === null ? 'enterprise' : null
}

const eitherSide: Relation = (actor, thing) => {
  const asUnit = onSide(actor, thing, 'unit')
  const asEnterprise = onSide(actor, thing, 'enterprise')
  if (asUnit === null || asEnterprise === null) return null
  return asUnit === 'ACCESS.ROLE' ? asEnterprise : asUnit
}

/** On one of the sides, and it is this one's turn. */
const onTurn =
  (turnOf: (thing: TimelineCase) => SigningSide | null): Relation =>
  (actor, thing, facts) => {
    const refusal = eitherSide(actor, thing, facts)
    if (refusal) return refusal
    const turn = turnOf(thing)
    // Where it is nobody's turn the row's states say why.
    return turn === null || onSide(actor, thing, turn) === null ? null : 'THING.STATE'
  }
const whoseTurn = onTurn(sideToAnswer)

const parties: Readonly<Record<TimelineParty, Relation>> = {
  // A table the enterprise put forward by reopening terms may be answered with another one.
  unitToPropose: (actor, thing, facts) => {
    const refusal = onSide(actor, thing, 'unit')
    if (refusal || thing.state !== 'proposed') return refusal
    return whoseTurn(actor, thing, facts)
  },
  enterpriseToAnswer: (actor, thing, facts) =>
    onSide(actor, thing, 'enterprise') ?? whoseTurn(actor, thing, facts),
  sideToAccept: onTurn(sideToAccept),
  eitherSide,
  coordinatorOfRegion: (actor, _thing, { regionCodes }) =>
    holdsRegion(actor, 'coordinator', regionCodes),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}

type TimelineNeedRule = Need<TimelineCase, TimelineFacts>

/** A condition on what the caller brings: not asked while the page only asks what is possible. */
const brought =
  (rule: (given: TimelineGiven, thing: TimelineCase, facts: TimelineFacts) => Refusal | null) =>
  (thing: TimelineCase, facts: TimelineFacts): Refusal | null =>
    facts.given === undefined ? null : rule(facts.given, thing, facts)

/** A table that answers another one dates what that one does. */
const inTalk = (thing: TimelineCase) => ({ ...thing, measures: measuresInTalk(thing) })

const needs = {
  datePerMeasure: brought(({ dates = [] }, thing, { today }) =>
    whyNotDates(dates, inTalk(thing), today),
  ),
  datePerOpenMeasure: brought(({ dates = [] }, thing, { work, today }) =>
    whyNotDates(dates, { ...thing, measures: openMeasures(thing, work) }, today),
  ),
  // A deadline can be shortened, and days pass, while a table lies on the other side's desk.
  offerStillStands: (thing, { today }) => {
    const offer = lastOffer(thing)
    return offer
      ? whyNotDates(offer.dates, inTalk(thing), today)
      : { code: 'TIMELINE.DATE_MISSING', fields: ['dates'] }
  },
  presentRound: brought(({ round }, thing) =>
    round === thing.round ? null : { code: 'TIMELINE.ROUND', fields: ['round'] },
  ),
  roundsLeft: (thing, { today, settings }) =>
    roundsAreOver(thing, settings.on(today)) ? { code: 'THING.STATE' } : null,
  reason: brought(({ reason }) =>
    isFilled(reason) ? null : { code: 'TIMELINE.REASON_REQUIRED', fields: ['reason'] },
  ),
  technicalPlan: brought(({ technicalPlan, planFileIds = [] }) =>
    isFilled(technicalPlan) || planFileIds.length > 0
      ? null
      : { code: 'TIMELINE.REASON_REQUIRED', fields: ['technicalPlan'] },
  ),
  otherDates: brought(({ dates = [] }, thing) =>
    sameDates(dates, lastOffer(thing)?.dates ?? [])
      ? { code: 'TIMELINE.NOTHING_COUNTERED', fields: ['dates'] }
      : null,
  ),
  // The system refers after the last round or after silence; a side whenever it asks, saying why.
  askedOrStuck: (thing, facts, actor) => {
    if (actor.role !== 'system')
      return facts.given === undefined || isFilled(facts.given.reason)
        ? null
        : { code: 'TIMELINE.REASON_REQUIRED', fields: ['reason'] }
    return roundsAreOver(thing, facts.settings.on(facts.today)) || isSilent(thing, facts)
      ? null
      : { code: 'THING.STATE' }
  },
  notSignedYet: (thing, _facts, actor) => {
    const side = sideOf(actor, thing)
    return side !== null && hasSigned(thing, side) ? { code: 'TIMELINE.SIGNED_ALREADY' } : null
  },
  workOver: (thing, { work }) => (isWorkOver(thing, work) ? null : { code: 'THING.STATE' }),
  workGoesOn: (thing, { work }) => (isWorkOver(thing, work) ? { code: 'THING.STATE' } : null),
  /** What a rework asks for is agreed anew: an earlier day is history. */
  sameCycle: ({ ended }, { work }) =>
    ended?.cycle === work.cycle ? null : { code: 'THING.STATE' },
  limitOver: ({ answerDueOn }, { today }) =>
    answerDueOn !== null && today > answerDueOn ? null : { code: 'THING.STATE' },
} as const satisfies Record<string, TimelineNeedRule>
type TimelineNeed = keyof typeof needs

/** 商定时间: the law of an agreement, one row an event. */
const timelineTable: Readonly<
  Record<TimelineEvent, Row<TimelineState, TimelineParty, TimelineNeed>>
> = {
  propose: {
    from: [null, 'proposed', 'countered'],
    to: 'proposed',
    by: ['unitToPropose'],
    needs: ['roundsLeft', 'datePerMeasure'],
  },
  accept: {
    // Also while the office has said nothing yet: who gives way needs no mediation.
    from: ['proposed', 'countered', 'referred'],
    to: 'agreed',
    by: ['sideToAccept'],
    needs: ['presentRound', 'offerStillStands'],
  },
  counter: {
    from: ['proposed'],
    to: 'countered',
    by: ['enterpriseToAnswer'],
    needs: ['presentRound', 'datePerMeasure', 'reason', 'technicalPlan', 'otherDates'],
  },
  refer: {
    from: ['proposed', 'countered'],
    to: 'referred',
    by: ['system', 'eitherSide'],
    needs: ['askedOrStuck'],
  },
  mediate: {
    from: ['referred'],
    to: 'mediated',
    by: ['coordinatorOfRegion'],
    needs: ['datePerMeasure'],
  },
  sign: {
    from: ['mediated'],
    to: ['mediated', 'agreed'],
    by: ['eitherSide'],
    needs: ['notSignedYet', 'offerStillStands'],
  },
  // Only after the office has spoken: its own silence ends nothing.
  endUnagreed: {
    from: ['mediated'],
    to: ['notAgreed', 'agreed'],
    by: ['system'],
    needs: ['limitOver'],
  },
  reopenTerms: {
    from: ['agreed', 'notAgreed', 'ended'],
    to: 'proposed',
    by: ['eitherSide'],
    needs: ['workGoesOn', 'reason', 'datePerOpenMeasure'],
  },
  // An open offer ends without effect; dates stay as history.
  endAgreement: {
    from: ['proposed', 'countered', 'agreed', 'referred', 'mediated', 'notAgreed'],
    to: 'ended',
    by: ['system'],
    needs: ['workOver'],
  },
  // What ended it was taken back: a measure is owed again, or the self-check was withdrawn.
  resumeAgreement: {
    from: ['ended'],
    to: ['proposed', 'countered', 'agreed', 'referred', 'mediated', 'notAgreed'],
    by: ['system'],
    needs: ['workGoesOn', 'sameCycle'],
  },
  // The unit's share went to another unit: what was offered, signed and reported stays said.
  followShare: { from: timelineStates, to: null, by: ['system'], needs: [] },
}

export const timelineRules: Rules<TimelineCase, TimelineFacts, TimelineEvent> = rulesOf({
  table: timelineTable,
  parties,
  needs,
})

export const { whyNot: whyNotTimeline, allowed: allowedTimelineEvents } = timelineRules
