import type { Point } from '../file/camera'
import type { IsoDay } from '../calendar/day'
import type { PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { UnitId, UnitsByRole } from '../organization/unit'
import type { Consultation } from './consultation'
import type { Decider } from './deciders'
import type { Deadline } from './deadline'
import type { AgreedDate } from './agreed-dates'
import type { LeadOfficial } from './lead-person'
import type { Extension } from './extension'
import type { ProofKind } from '../proof'
import type { DoneReport } from './done-report'
import type { AcceptanceStep, ClosingLevel } from './acceptance'
import type { Cycle, Signature } from './cycle'

export type TaskId = string

/** The plan's ten priority actions (逐项落实整改) and 其他. */
export const taskCategories = [
  'sewage', // 生活污水
  'livestock', // 畜禽养殖
  'blackWater', // 黑臭水体
  'drinkingWater', // 饮用水源
  'circularEconomy', // 循环经济示范中心
  'garbage', // 生活垃圾
  'solidWaste', // 固废危废
  'enforcementForce', // 执法队伍
  'enforcement', // 违法行为惩处
  'jointEnforcement', // 联合执法
  'other', // 其他
] as const
export type TaskCategory = (typeof taskCategories)[number]

export const taskStates = [
  'draft', // 草稿
  'consulting', // 征求意见
  'assigned', // 已交办
  'inProgress', // 整改中
  'selfChecked', // 已自查
  'preNotice', // 验收前公示
  'verifying', // 验收中
  'underNotice', // 公示中
  'awaitingApproval', // 待批准销号
  'reportedUp', // 已上报
  'closed', // 已验收销号
  'cancelled', // 已取消
] as const
export type TaskState = (typeof taskStates)[number]

/** States after assignment in which the number is still open. */
export const underwayStates: readonly TaskState[] = [
  'assigned',
  'inProgress',
  'selfChecked',
  'preNotice',
  'verifying',
  'underNotice',
  'awaitingApproval',
  'reportedUp',
]

/** Nothing is owed on the task any more: its days read as past, whenever they are. */
export const isOver = (state: TaskState): boolean => state === 'closed' || state === 'cancelled'

export const assignmentStates = [
  'pending', // 待签收
  'returned', // 已退回
  'signedFor', // 已签收
  'planSubmitted', // 方案已报
  'planned', // 方案已批
] as const
export type AssignmentState = (typeof assignmentStates)[number]

/** One responsible unit's share of a task. */
export interface Assignment {
  readonly unitId: UnitId
  readonly state: AssignmentState
  /** The person who signed for it; also who is reminded. */
  readonly personId: PersonId | null
  readonly personName: string | null
  readonly phone: string | null
  readonly assignedOn: IsoDay
  readonly signDueOn: IsoDay
  /** 暂定, as that of the deadline. */
  readonly signDueProvisional: boolean
  readonly signedOn: IsoDay | null
  readonly planDueOn: IsoDay | null
  readonly planDueProvisional: boolean
  readonly plan: RectificationPlan | null
  readonly planSubmittedOn: IsoDay | null
  /** Why the unit sent the assignment back, or why its plan was sent back. */
  readonly returnedReason: string | null
  /** What is to come in place of an approved plan, or did not; absent where nobody asked for it. */
  readonly amendment?: PlanAmendment | null
  /** 签本单位自查: its leader's word that the share is done; absent before the first. */
  readonly signature?: ShareSignature
}

export interface ShareSignature extends Signature {
  /** Since then something that was signed for is otherwise: it counts for nothing and stays readable. */
  readonly lapsedOn?: IsoDay
}

/** 改方案: the plan that stands binds until this one is approved. */
export interface PlanAmendment {
  readonly state: 'submitted' | 'returned' | 'withdrawn'
  readonly plan: RectificationPlan
  /** Why it is to change. */
  readonly reason: string
  readonly submittedOn: IsoDay
}

export interface RectificationPlan {
  readonly goals: string
  readonly person: string
  readonly measures: readonly PlannedMeasure[]
}

export interface PlannedMeasure {
  readonly measureId: string
  /** The unit's own words where the list prints no measure for it; a measure of the task once approved. */
  readonly text?: string
  readonly person: string
  readonly dueOn: IsoDay
  /** 以什么证明: every one of these; absent in plans of before it was asked: any one kind. */
  readonly proof?: readonly ProofKind[]
  /** The same in words (验收意见、前后对比照片); absent for none. */
  readonly proofWords?: string
  readonly milestones: readonly Milestone[]
}

export interface Milestone {
  /** Unique within its measure; kept when the plan is amended. */
  readonly id: string
  readonly text: string
  readonly dueOn: IsoDay
  /** Share of the measure in percent; the milestones of one measure add up to 100. */
  readonly weight: number
  /** Absent or null until it is done; follows from the reports (`settleDone`). */
  readonly doneOn?: IsoDay | null
}

/** 点位: one of many like places that a measure means (18个镇级填埋场). */
export interface Site {
  /** Its name: a second list with the same name means the same place. */
  readonly id: string
  readonly name: string
  /** Where it is, in words. */
  readonly place: string
  /** The point on the earth, picked there; absent where nobody has: then no photo is far from it. */
  readonly point?: Point
  /** The unit that reports it. */
  readonly unitId: UnitId
}

/** 整改措施. Its own units and deadline override the task's. */
export interface Measure {
  readonly id: string
  readonly text: string
  readonly units: UnitsByRole
  readonly deadline: Deadline | null
  /** Where it means many like places; done by the last of them. */
  readonly sites: readonly Site[]
  /** The day of the last share; follows from the reports (`settleDone`). */
  readonly doneOn: IsoDay | null
}

export interface RectificationTask {
  readonly id: TaskId
  readonly roundId: string
  /** As printed in the city's list, without 第 and 项. */
  readonly number: string
  /** The number in the upper plan (省方案第二十七项). */
  readonly upperNumber: string | null
  readonly parentId: TaskId | null
  readonly title: string
  /** 反馈问题 in the words of the list. */
  readonly problem: string
  readonly category: TaskCategory
  readonly regionCodes: readonly RegionCode[]
  readonly villageCodes: readonly RegionCode[]
  /** Where the work is done, picked there; absent where nobody has, and for what has no one place. */
  readonly point?: Point
  readonly enterpriseIds: readonly UnitId[]
  /** 征求意见 on its draft measures; absent or null where nobody was asked. */
  readonly consultation?: Consultation | null
  readonly goals: readonly string[]
  readonly units: UnitsByRole
  /** Absent where the list prints none and nobody was chosen, and in what was stored before. */
  readonly leadOfficial?: LeadOfficial
  /** Collective references as printed (各县市区…) that are not split into units yet. */
  readonly collectiveUnits: readonly string[]
  readonly measures: readonly Measure[]
  readonly deadline: Deadline
  readonly acceptanceChain: readonly AcceptanceStep[]
  readonly closingLevel: ClosingLevel
  readonly state: TaskState
  readonly assignments: readonly Assignment[]
  /**
   * Who could decide for the city, as it was when the work was given out or self-checked last, each kind
   * once; absent in drafts and where it was not asked yet.
   */
  readonly deciders?: readonly Decider[]
  /** Every request to move a deadline, with what became of it. */
  readonly extensions: readonly Extension[]
  /** What its units and affected firms have agreed on. */
  readonly agreedDates: readonly AgreedDate[]
  /** What was reported done, the only source of every done day. */
  readonly done: readonly DoneReport[]
  /** From self-check to close-out, the present one last; empty before the first self-check. */
  readonly cycles: readonly Cycle[]
  /** Self-check day (已完成). */
  readonly completedOn: IsoDay | null
}

/** The units are at work: parts are reported, days extended and agreed. */
export const isWorkedOn = (state: TaskState): boolean =>
  state === 'assigned' || state === 'inProgress'

export const isOpen = (state: TaskState): boolean => state !== 'closed' && state !== 'cancelled'
