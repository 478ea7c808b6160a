import type { IsoDay } from '../calendar/day'
import type { Role } from '../organization/role'
import type { RegionCode } from '../organization/region'
import { regionPath } from '../organization/region-path'
import type { UnitId } from '../organization/unit'
import type { Feedback, FeedbackId } from './feedback'

/** Whom or where reports are about: a unit that is accused, or one village. A larger place is not one place. */
export type RepeatSubject =
  | { readonly kind: 'unit'; readonly unitId: UnitId }
  | { readonly kind: 'village'; readonly regionCode: RegionCode }

/** One admitted report as the case officer sees it: neither its words nor where it came from. */
export interface RepeatSource {
  readonly feedbackId: FeedbackId
  readonly number: string
  readonly admittedOn: IsoDay
  /** None of their people reads it. */
  readonly accusedUnitIds: readonly UnitId[]
  /** Where case officers have it on their list. */
  readonly regions: readonly RegionCode[]
}

/** 屡次被反映: the admitted reports on one firm or place. */
export interface Repeat {
  readonly subject: RepeatSubject
  /** By the day of admission. */
  readonly sources: readonly RepeatSource[]
}

/** The third admitted report draws attention, as the third of one matter is 重复件. */
const drawsAt = 3
/** More say nothing new, and a document stays small. */
const mostKept = 100
const villageCodeLength = 12

/** Cases are the case officer's, and the coordinator's with them. */
export const repeatReaders: readonly Role[] = ['caseOfficer', 'coordinator']

export const repeatId = (subject: RepeatSubject): string =>
  subject.kind === 'unit' ? `unit ${subject.unitId}` : `village ${subject.regionCode}`

/** What an admitted report counts for; one that was taken back counts for nothing. */
export const subjectsOf = (feedback: Feedback | null): RepeatSubject[] => {
  if (feedback === null || feedback.admittedOn === null || feedback.state === 'withdrawn') return []
  const { accusedUnitIds, regionCode } = feedback
  return [
    ...accusedUnitIds.map((unitId) => ({ kind: 'unit', unitId }) as const),
    ...(regionCode?.length === villageCodeLength ? [{ kind: 'village', regionCode } as const] : []),
  ]
}

/** @param city region whose case officers have the reports without a place */
export const repeatSourceOf = (feedback: Feedback, city: RegionCode): RepeatSource => ({
  feedbackId: feedback.id,
  number: feedback.number,
  admittedOn: feedback.admittedOn!,
  accusedUnitIds: feedback.accusedUnitIds,
  regions: regionPath(feedback.regionCode ?? city),
})

/** With this report as it is now; null takes it out. */
export const withSource = (
  repeat: Repeat,
  feedbackId: FeedbackId,
  source: RepeatSource | null,
): Repeat => {
  const others = repeat.sources.filter((each) => each.feedbackId !== feedbackId)
  const sources = source === null ? others : [...others, source]
  return {
    ...repeat,
    sources: sources
      .sort((one, other) => (one.admittedOn < other.admittedOn ? -1 : 1))
      .slice(-mostKept),
  }
}

/** Regions on whose list it stands: where three of its reports lie; none before the third. */
export const regionsDrawn = ({ sources }: Repeat): RegionCode[] => {
  const reports = new Map<RegionCode, number>()
  for (const code of sources.flatMap(({ regions }) => regions))
    reports.set(code, (reports.get(code) ?? 0) + 1)
  return [...reports].flatMap(([code, count]) => (count >= drawsAt ? [code] : []))
}
