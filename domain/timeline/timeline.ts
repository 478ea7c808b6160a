import type { IsoDay } from '../calendar/day'
import type { PersonId } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import type { DoneReport } from '../task/done-report'
import type { TaskId } from '../task/task'

export type TimelineId = string

export const timelineStates = [
  'proposed', // 单位已提出
  'countered', // 企业已另提
  'agreed', // 已商定
  'referred', // 转整改办协调
  'mediated', // 已出协调意见
  'notAgreed', // 未达成一致
  'ended', // 已结束
] as const
export type TimelineState = (typeof timelineStates)[number]

/** Who made a table of dates. */
export const timelineSides = ['unit', 'enterprise', 'coordinator'] as const
export type TimelineSide = (typeof timelineSides)[number]
/** The two that bind themselves. */
export const signingSides = ['unit', 'enterprise'] as const
export type SigningSide = (typeof signingSides)[number]

export interface MeasureDate {
  readonly measureId: string
  readonly on: IsoDay
}

/** One round's table of dates. */
export interface TimelineOffer {
  readonly round: number
  readonly by: TimelineSide
  readonly dates: readonly MeasureDate[]
  readonly reason: string | null
  /** 技术方案: file ids. */
  readonly planFileIds: readonly string[]
  readonly at: number
}

export interface Signature {
  readonly side: 'unit' | 'enterprise'
  readonly at: number
}

/** What became of a report on a node; null while it waits for the unit. */
export type NodeOutcome = 'confirmed' | 'returned' | 'undone'

/** What is said of a node that is done. None is ever overwritten: a later one follows it. */
export interface NodeReport extends Omit<
  DoneReport,
  'partId' | 'unitId' | 'noPart' | 'byNodes' | 'byId'
> {
  readonly measureId: string
  /** The task's cycle in which it was said. */
  readonly cycle: number
  /** The unit says it, with a paper, where nobody acts for the firm. */
  readonly by: SigningSide
  readonly byId: PersonId | null
  /** By when the unit confirms or returns it. */
  readonly confirmDueOn: IsoDay
  readonly confirmDueProvisional: boolean
  readonly outcome: NodeOutcome | null
  readonly outcomeOn: IsoDay | null
  /** Why it was returned or taken back. */
  readonly reason: string | null
}

/** 商定时间: one per task and enterprise. */
export interface TimelineAgreement {
  readonly id: TimelineId
  readonly taskId: TaskId
  readonly enterpriseId: UnitId
  readonly unitId: UnitId
  /** Whose the unit's side was before its share went to another one; absent where it never did. */
  readonly formerUnitIds?: readonly UnitId[] | null
  readonly state: TimelineState
  readonly round: number
  /** First round of the present talks: 1, or the round in which agreed terms were reopened. */
  readonly firstRound: number
  readonly measures: readonly { readonly id: string; readonly text: string }[]
  /** The task's deadline: no date passes it without an extension. */
  readonly latestOn: IsoDay | null
  readonly offers: readonly TimelineOffer[]
  readonly signatures: readonly Signature[]
  /** The dates that bind; kept while terms are reopened until both agree anew. */
  readonly agreedDates: readonly MeasureDate[] | null
  /** The day on which they began to bind. */
  readonly agreedOn: IsoDay | null
  /** Working-day limit for whoever has to act next: a side, the office, or both signers. */
  readonly answerDueOn: IsoDay | null
  /** 暂定: counted over a year without a published calendar. */
  readonly answerDueProvisional: boolean
  /** The day on which that limit began to run. */
  readonly turnSince: IsoDay | null
  /** The day on which the side whose turn it is was reminded. */
  readonly remindedOn: IsoDay | null
  /** 节点: what was said of the firm's measures, in order; absent before anything was. */
  readonly nodes?: readonly NodeReport[]
  /** What it was before it ended, and in which cycle of the task; null while it goes on. */
  readonly ended?: { readonly from: TimelineState; readonly cycle: number } | null
}
