import type { Satisfaction } from './satisfaction'
import type { IsoDay } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { TaskId, TaskState } from '../task/task'

export type OpinionId = string

/** Who speaks for an affected village, each apart. */
export const opinionVoices = [
  'resident', // 村民本人
  'branch', // 村(社区)党支部
  'committee', // 村民委员会
  'visit', // 上门听到的
] as const
export type OpinionVoice = (typeof opinionVoices)[number]

/** Branch and committee speak for the village as a body and were asked to. */
export const isCollective = (voice: OpinionVoice): voice is 'branch' | 'committee' =>
  voice === 'branch' || voice === 'committee'

export const opinionStates = [
  'asked', // 待说
  'given', // 已说
  'notInvolved', // 不涉及
] as const
export type OpinionState = (typeof opinionStates)[number]

/** 开会: when, how many were there, and the minutes as photos. */
export interface Meeting {
  readonly on: IsoDay
  readonly present: number
  readonly minutesIds: readonly string[]
}

/**
 * 上门听: a resident who is not satisfied lets an inspector call on them, and only an inspector
 * (docs/domain/public-side.md). The phone goes with the visit: afterwards nobody needs it.
 */
export interface ResidentVisit {
  readonly agreedOn: IsoDay
  readonly dueOn: IsoDay
  readonly dueProvisional: boolean
  /** Sealed; null once somebody was there. */
  readonly phone: string | null
  readonly madeOn: IsoDay | null
  /** Sealed: what the inspector heard. */
  readonly heard: string | null
}

/** What an opinion keeps of its task, renewed with every change. */
export interface AskedTask {
  readonly taskNumber: string
  readonly taskTitle: string
  readonly taskState: TaskState
  readonly regionCodes: readonly RegionCode[]
  /** Units that do the work or support it: none of them speaks, none records. */
  readonly doingUnitIds: readonly UnitId[]
  /** What nobody at the city may do who is foreign to the work: the leader does it. */
  readonly leftToLeader?: readonly Role[]
  /** The present cycle's asking and the villages it went to; null when a new cycle has asked nobody. */
  readonly presentAskingId: string | null
  readonly askedVillageCodes: readonly RegionCode[]
}

/**
 * 看法: one voice on one task in one cycle. A resident's names nobody: its id is a keyed digest
 * of who it is, which only the same person's session finds again.
 */
export interface Opinion extends AskedTask {
  readonly id: OpinionId
  readonly taskId: TaskId
  readonly askingId: string
  readonly voice: OpinionVoice
  /** The village spoken for; null until a resident has said which. */
  readonly villageCode: RegionCode | null
  /** The branch or committee; null for a resident, and where the village has none in the system. */
  readonly unitId: UnitId | null
  readonly state: OpinionState
  readonly askedOn: IsoDay
  /** Collective ones only: residents owe nothing. */
  readonly dueOn: IsoDay | null
  readonly dueProvisional: boolean
  readonly satisfaction: Satisfaction | null
  /** Sealed words: what a villager says may tell who it is. */
  readonly said: string | null
  /** A resident's voice note, for whoever may read the words; absent or null where there is none. */
  readonly recordingId?: string | null
  readonly meeting: Meeting | null
  /** A resident's; absent or null where nobody may call. */
  readonly visit?: ResidentVisit | null
  /** Recorded by the office from paper. */
  readonly onPaper: boolean
  /** The day of the last word. */
  readonly givenOn: IsoDay | null
  /** How often it was said; a summary names what it has read by it. */
  readonly revision: number
}
