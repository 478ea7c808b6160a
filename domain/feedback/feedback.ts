import type { IsoDay } from '../calendar/day'
import type { MembershipId, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId } from '../organization/unit'
import type { TaskId } from '../task/task'

export type FeedbackId = string

export const feedbackStates = [
  'submitted', // 已收到
  'admitted', // 已受理
  'declined', // 不予受理
  'assigned', // 正在办
  'answerSubmitted', // 答复待审核
  'answered', // 已答复
  'secondLook', // 换人再查
  'archived', // 已归档
  'withdrawn', // 已撤回
  'merged', // 已合并
] as const
export type FeedbackState = (typeof feedbackStates)[number]

/** Nothing is owed or decided any more. */
export const endedStates: readonly FeedbackState[] = ['declined', 'archived', 'withdrawn', 'merged']

export const feedbackOrigins = ['resident', 'village', 'inspectionBatch', 'hotline'] as const
export type FeedbackOrigin = (typeof feedbackOrigins)[number]

/** The reporter's choice; `hidden` (不让办理单位知道我是谁) is the default. */
export const protections = ['named', 'hidden', 'anonymous'] as const
export type Protection = (typeof protections)[number]

export const pollutionTypes = [
  'water',
  'air',
  'soil',
  'noise',
  'waste',
  'ecology',
  'odour',
  'other',
] as const
export type PollutionType = (typeof pollutionTypes)[number]

/** 属实 / 基本属实 / 部分属实 / 不属实 */
export const findings = ['true', 'mostlyTrue', 'partlyTrue', 'untrue'] as const
export type Finding = (typeof findings)[number]

/** 办好了 / 办了一半 / 没办好 */
export const ratings = ['done', 'halfDone', 'notDone'] as const
export type Rating = (typeof ratings)[number]

export interface FeedbackAnswer {
  readonly finding: Finding
  readonly text: string
  readonly photoIds: readonly string[]
  readonly unitId: UnitId
  readonly byPersonId: PersonId
  readonly releasedOn: IsoDay | null
}

/** Whom a report was handed over to: the intake of a region above, or a named inspector. */
export type FeedbackDesk =
  { readonly regionCode: RegionCode } | { readonly membershipId: MembershipId }

/** 换人再查: another person of the unit, an inspector of the place, or for now nobody. */
export const lookers = ['unit', 'inspector', 'nobody'] as const
export type Looker = (typeof lookers)[number]

/** The re-check that answers a report of relapse: one of the task's present course, not made yet. */
export interface AwaitedRecheck {
  /** Ordinal of the course. */
  readonly cycle: number
  /** How many re-checks that course had when the report was admitted. */
  readonly after: number
}

/**
 * What handlers may work with. The reporter, the original words, voice and photos are kept
 * apart (`FeedbackOriginal`), seen by intake only.
 */
export interface Feedback {
  readonly id: FeedbackId
  /** Given at submission, random in its last part: not countable by a resident. */
  readonly number: string
  readonly origin: FeedbackOrigin
  readonly protection: Protection
  readonly state: FeedbackState
  /** The day on which the present state began. */
  readonly stateSince: IsoDay
  readonly regionCode: RegionCode | null
  readonly taskId: TaskId | null
  /** 又反弹了: the task was closed when this came. */
  readonly relapse?: true
  /** Of a relapse that was admitted: the re-check whose finding is its answer; absent when none is awaited. */
  readonly awaitsRecheck?: AwaitedRecheck | null
  /** 摘要 written by intake; null before admission. */
  readonly summary: string | null
  readonly pollutionTypes: readonly PollutionType[]
  /** Photos that intake has cleared for the handler. */
  readonly clearedPhotoIds: readonly string[]
  readonly accusedUnitIds: readonly UnitId[]
  /** Null: intake of the place. */
  readonly desk: FeedbackDesk | null
  readonly unitId: UnitId | null
  readonly submittedOn: IsoDay
  readonly admitDueOn: IsoDay
  readonly admittedOn: IsoDay | null
  readonly answerDueOn: IsoDay | null
  /** 暂定: counted over a year without a published calendar. */
  readonly answerDueProvisional: boolean
  readonly answerExtended: boolean
  readonly answers: readonly FeedbackAnswer[]
  readonly answeredOn: IsoDay | null
  /** The day of the rating that asked for a second look. */
  readonly secondLookOn: IsoDay | null
  /** Who looks again; null before there is a second look. */
  readonly secondLookBy: Looker | null
  readonly ratings: readonly Rating[]
  readonly declinedReason: string | null
  readonly mergedIntoId: FeedbackId | null
  /** How many reports were merged into it; absent in one that came before this was counted. */
  readonly joined?: number | null
  /** 重复件: the third and later report of one matter. */
  readonly repeated: boolean
}

/** Intake's half of a report. Erasing it leaves the matter whole. */
export interface FeedbackOriginal {
  readonly feedbackId: FeedbackId
  readonly reporterId: PersonId | null
  readonly words: string
  readonly place: string
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  /** 代填: the day on which the resident consented; null where nobody fills in for another. */
  readonly consentOn: IsoDay | null
  readonly supplements: readonly {
    readonly words: string
    readonly photoIds: readonly string[]
    readonly at: number
  }[]
}
