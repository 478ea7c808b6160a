import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'
import type { TaskId } from '../task/task'
import type { Counts } from './satisfaction'
import type { AskedTask } from './opinion'

export const summaryStates = [
  'toSummarize', // 待归纳
  'toAnswer', // 待答复
  'toRelease', // 待发出
  'released', // 已发出
] as const
export type SummaryState = (typeof summaryStates)[number]

export const matterSides = ['collective', 'residents'] as const
export type MatterSide = (typeof matterSides)[number]

/** What is not satisfied, in intake's words: nobody's own, so that it can be answered. */
export interface Matter {
  readonly side: MatterSide
  readonly words: string
  readonly answer: string | null
}

/** 看法归纳: what a unit reads of a cycle's opinions, and how it answers. */
export interface OpinionSummary extends AskedTask {
  readonly id: string
  readonly taskId: TaskId
  readonly askingId: string
  readonly answeringUnitId: UnitId | null
  readonly state: SummaryState
  /** The day on which it came into its state. */
  readonly since: IsoDay
  readonly words: string
  readonly matters: readonly Matter[]
  /** Why the office sent the answers back; null once they are given anew. */
  readonly returnedFor: string | null
  /** Of residents, as they stood when it was written first; null in later rounds. */
  readonly counts: Counts | null
  /** Digest of the opinions that it covers; what differs from it is new. */
  readonly covers: string | null
  /** How often it was written: a second one next to the first would tell who came between. */
  readonly rounds: number
}

/** Fewer than these hide the number and its complement, never the matter. [D] */
const fewestShown = 5

/** All three numbers or none: any one left out is what the others leave over. */
export const shownCounts = (counts: Counts | null): Counts | null =>
  counts !== null && Object.values(counts).every((count) => count >= fewestShown) ? counts : null
