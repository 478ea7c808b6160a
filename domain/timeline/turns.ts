import { type Days, limitFrom } from '../calendar/period'
import { addDays, type IsoDay, latest } from '../calendar/day'
import type { Settings } from '../settings'
import type { SigningSide, TimelineAgreement, TimelineOffer, TimelineSide } from './timeline'

/** An agreement, or one that is about to be proposed (`state` null). */
export type TimelineCase = Omit<TimelineAgreement, 'state'> & {
  readonly state: TimelineAgreement['state'] | null
}

export const otherSide = (side: SigningSide): SigningSide =>
  side === 'unit' ? 'enterprise' : 'unit'

export const lastOffer = ({ offers }: Pick<TimelineCase, 'offers'>): TimelineOffer | null =>
  offers.at(-1) ?? null

/** What the present talks are about: what the last table dates, everything before there is one. */
export const measuresInTalk = (
  timeline: Pick<TimelineCase, 'offers' | 'measures'>,
): TimelineCase['measures'] => {
  const dated = lastOffer(timeline)?.dates.map(({ measureId }) => measureId)
  return timeline.measures.filter(({ id }) => !dated || dated.includes(id))
}

/** The newest table of dates that one side (or the office) made in the present talks. */
export const offerBy = (
  { offers, firstRound }: Pick<TimelineCase, 'offers' | 'firstRound'>,
  side: TimelineSide,
): TimelineOffer | null =>
  offers.filter((offer) => offer.by === side && offer.round >= firstRound).at(-1) ?? null

/** The side that did not make the last table; null before any, and for the office's own. */
const sideFacingOffer = (timeline: TimelineCase): SigningSide | null => {
  const by = lastOffer(timeline)?.by
  return by === 'unit' || by === 'enterprise' ? otherSide(by) : null
}

/** Whose answer is awaited; null unless a proposal is open. */
export const sideToAnswer = (timeline: TimelineCase): SigningSide | null =>
  timeline.state === 'proposed' || timeline.state === 'countered' ? sideFacingOffer(timeline) : null

/** Who may still take the other side's dates: also while they lie with the office, unanswered by it. */
export const sideToAccept = (timeline: TimelineCase): SigningSide | null =>
  timeline.state === 'referred' ? sideFacingOffer(timeline) : sideToAnswer(timeline)

export const hasSigned = (
  { signatures }: Pick<TimelineCase, 'signatures'>,
  side: SigningSide,
): boolean => signatures.some((signature) => signature.side === side)

/** The last round before the office mediates. [D] two rounds */
export const lastRoundOf = (
  { firstRound }: Pick<TimelineCase, 'firstRound'>,
  { timelineRounds }: Settings,
): number => firstRound + timelineRounds - 1

/** The enterprise has countered in the last round: nothing is left to propose. */
export const roundsAreOver = (timeline: TimelineCase, settings: Settings): boolean =>
  timeline.state === 'countered' && timeline.round >= lastRoundOf(timeline, settings)

/**
 * The first day of silence: the limit is over and so are as many working days after a
 * reminder. Null without a reminder: then nobody is silent.
 */
export const silentFrom = (
  { answerDueOn, remindedOn }: TimelineCase,
  days: Omit<Days, 'today'>,
): IsoDay | null => {
  if (answerDueOn === null || remindedOn === null) return null
  const waited = limitFrom(remindedOn, 'timelineSilenceWorkingDays', days).on
  return addDays(latest([answerDueOn, waited]) ?? answerDueOn, 1)
}

export const isSilent = (timeline: TimelineCase, days: Days): boolean => {
  const from = silentFrom(timeline, days)
  return from !== null && days.today >= from
}
