import type { IsoDay } from '../calendar/day'
import type { MembershipId, PersonId } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import type { AcceptanceLevel } from './acceptance'

/** Who looked; an expert without an account signs on the first one's phone. */
export interface Checker {
  readonly membershipId: MembershipId | null
  readonly personId: PersonId | null
  readonly name: string
  /** Of who has an account. */
  readonly unitId: UnitId | null
  /** In words, of who has none. */
  readonly unitName: string | null
  /** Null until the second one confirms at an opening of their own. */
  readonly confirmedOn: IsoDay | null
  /** What they signed by hand on the first one's phone; absent where they did not. */
  readonly signatureId?: string
}

/** 到位 or 不到位 of one measure, with what was seen where it is not, or what it was judged by without a photo. */
export interface MeasureCheck {
  readonly measureId: string
  readonly inPlace: boolean
  readonly words: string
  /** 现场照片; absent for none. */
  readonly photoIds?: readonly string[]
}

/** A standard that the parties read differently, why, and who decides how it is to be read. */
export interface StandardDispute {
  readonly standard: string
  readonly fixedBy: string
  /** Absent where it was said before anybody was asked for it. */
  readonly why?: string
}

/**
 * 入企检查 as a step had it before it: what an enforcement body found at a firm, or that nobody went. A copy:
 * the step stays readable as it was taken.
 */
export interface FirmSeen {
  readonly visitId: string
  readonly enterpriseId: UnitId
  readonly bodyId: UnitId
  /** Null where its days were over without a visit (未入企核查): the step decided on papers. */
  readonly on: IsoDay | null
  /** The body is itself lead or responsible unit of the task. */
  readonly isOwnWork: boolean
  readonly findings: readonly FirmFinding[]
  /** Of its record; none where nobody went. */
  readonly fileIds: readonly string[]
}

export interface FirmFinding {
  readonly measureId: string
  /** Null where it was not looked at. */
  readonly inOrder: boolean | null
  readonly words: string
}

/** One step of the chain as it was taken (谁验收谁负责). */
export interface Verification {
  readonly level: AcceptanceLevel
  readonly unitId: UnitId | null
  /** The day on which it arrived and counts. */
  readonly on: IsoDay
  /** The day on which they looked, where it was sent on a later one. */
  readonly seenOn?: IsoDay
  readonly passed: boolean
  /** 标准有争议: which one and who fixes it (黄山 2022); absent where there is none. */
  readonly dispute?: StandardDispute
  readonly words: string
  /** Of the upper level's paper, where its step is recorded. */
  readonly paperNumber: string | null
  /** Who acts is the first. */
  readonly checkers: readonly Checker[]
  readonly measures: readonly MeasureCheck[]
  /** Absent where no firm was to be visited. */
  readonly firms?: readonly FirmSeen[]
}

/** Every photo and signature of a step. */
export const filesOfCheck = ({
  checkers,
  measures,
}: Pick<Verification, 'checkers' | 'measures'>): readonly string[] => [
  ...measures.flatMap(({ photoIds = [] }) => photoIds),
  ...checkers.flatMap(({ signatureId }) => (signatureId === undefined ? [] : [signatureId])),
]

/** 整改要求: what has to be done again, by whom; reported done as a part of the task. */
export interface Demand {
  readonly unitId: UnitId
  readonly words: string
  /** The unit's measures that it opens again. */
  readonly measureIds: readonly string[]
  /** Where it joined a rework later: its own days count. */
  readonly joined?: { readonly on: IsoDay; readonly dueOn: IsoDay }
}

/** Who sent a task back into work, and why. */
export const reworkCauses = [
  'returnForRework', // 退回整改
  'upheld', // 异议成立
  'returnedByUpper', // 上级退回
  'reopened', // 反弹重开
] as const
export type ReworkCause = (typeof reworkCauses)[number]

export interface Rework {
  readonly cause: ReworkCause
  readonly on: IsoDay
  readonly reason: string
  /** The next node; the deadline stays and is overdue as before. */
  readonly dueOn: IsoDay
  readonly demands: readonly Demand[]
}
