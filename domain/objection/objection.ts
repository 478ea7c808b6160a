import type { IsoDay } from '../calendar/day'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import { isNoticeOver, type PublicNotice } from '../task/notice'
import type { TaskId, TaskState } from '../task/task'

export type ObjectionId = string

/** 公示异议: an objection during a public notice. */
export const objectionStates = [
  'lodged', // 已提出
  'admitted', // 已受理
  'dismissed', // 不予受理
  'upheld', // 成立
  'rejected', // 不成立
] as const
export type ObjectionState = (typeof objectionStates)[number]

/** 哪里不对. */
export const objectionGrounds = [
  'notInPlace', // 没整改到位
  'untrue', // 材料不实
  'other', // 别的
] as const
export type ObjectionGround = (typeof objectionGrounds)[number]

/** What an objection keeps of its task, renewed with every change. */
export interface ObjectedTask {
  readonly taskNumber: string
  readonly taskTitle: string
  readonly taskState: TaskState
  readonly regionCodes: readonly RegionCode[]
  /** Units that do the work or support it: none of them decides. */
  readonly doingUnitIds: readonly UnitId[]
  /** What nobody at the city may do who is foreign to the work: the leader does it. */
  readonly leftToLeader?: readonly Role[]
  readonly enterpriseIds: readonly UnitId[]
  /** Of the present cycle. */
  readonly notice: PublicNotice | null
}

/**
 * What the office decides on. Contact, original words and photos stay with intake; here are its
 * 摘要 and the photos that it has cleared. Nothing of it names the resident: its id is a keyed
 * digest of who it is and of the notice.
 */
export interface Objection extends ObjectedTask {
  readonly id: ObjectionId
  readonly taskId: TaskId
  readonly state: ObjectionState
  readonly ground: ObjectionGround
  /** Null until intake has written it. */
  readonly summary: string | null
  readonly clearedPhotoIds: readonly string[]
  readonly lodgedOn: IsoDay
  /** The day on which it was admitted, dismissed or decided last. */
  readonly decidedOn: IsoDay | null
  /** 3 working days to admit or dismiss, then 15 to reply. */
  readonly dueOn: IsoDay
  readonly dueProvisional: boolean
  /** What whoever objected is told. */
  readonly reply: string | null
}

/** While one of these stands the notice does not end. */
export const isOpenObjection = (state: ObjectionState): boolean =>
  state === 'lodged' || state === 'admitted'

const noticeStates: readonly TaskState[] = ['preNotice', 'underNotice']

/**
 * From the first to the last day of the notice, whole days of Beijing; one over a year whose
 * calendar is not published goes on.
 */
export const isNoticeRunning = (
  { taskState, notice }: Pick<ObjectedTask, 'taskState' | 'notice'>,
  today: IsoDay,
  calendar: WorkCalendar,
): boolean =>
  noticeStates.includes(taskState) &&
  notice !== null &&
  today >= notice.from &&
  !isNoticeOver(notice, today, calendar)
