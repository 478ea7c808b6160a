import type { IsoDay } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'

/** A body that is asked about the draft: branch or committee of a village, or a firm. */
export interface ConsultedBody {
  readonly unitId: UnitId
  /** The village it speaks for; null for a firm, which speaks for itself. */
  readonly villageCode: RegionCode | null
}

/** 采纳 or 不采纳, with the reason: what the office writes to whoever had something to say. */
export interface DraftAnswer {
  readonly adopted: boolean
  readonly reason: string
  readonly on: IsoDay
}

/** What one body says of the draft measures, in its own words until it is answered. */
export interface DraftOpinion {
  readonly id: string
  /** The village or firm spoken for. */
  readonly party: string
  /** Who spoke; null where the office recorded it from a paper. */
  readonly unitId: UnitId | null
  /** 无意见; else `words` say what should be otherwise. */
  readonly agrees: boolean
  readonly words: string
  /** Of the paper that the office recorded it from. */
  readonly paperNumber: string | null
  readonly givenOn: IsoDay
  readonly answer: DraftAnswer | null
}

/** 征求意见 on draft measures: who was asked, until when, and what came of it. */
export interface Consultation {
  readonly askedOn: IsoDay
  /** The last day to answer; who is silent then stands as 未反馈. */
  readonly dueOn: IsoDay
  /** Who was asked; the task's own lists may change at its assignment. */
  readonly villageCodes: readonly RegionCode[]
  readonly enterpriseIds: readonly UnitId[]
  /** Through whom in the system: none where a village or firm has nobody there. */
  readonly bodies: readonly ConsultedBody[]
  readonly opinions: readonly DraftOpinion[]
}

/** The village or firm that a body speaks for. */
export const partyOf = ({ unitId, villageCode }: ConsultedBody): string => villageCode ?? unitId

export const partiesOf = ({
  villageCodes,
  enterpriseIds,
}: Pick<Consultation, 'villageCodes' | 'enterpriseIds'>): string[] => [
  ...villageCodes,
  ...enterpriseIds,
]

/** Villages and firms that have said nothing yet. A village is heard by branch or committee. */
export const silentPartiesOf = (consultation: Consultation): string[] =>
  partiesOf(consultation).filter(
    (party) => !consultation.opinions.some((opinion) => opinion.party === party),
  )

/** What asks for an answer: 无意见 does not. */
export const isUnanswered = ({ agrees, answer }: DraftOpinion): boolean =>
  !agrees && answer === null

/** Everybody has spoken, or the last day is over. */
export const isConsultationOver = (consultation: Consultation, today: IsoDay): boolean =>
  today > consultation.dueOn || silentPartiesOf(consultation).length === 0
