import type { IsoDay } from '../calendar/day'
import type { FeedbackId } from '../feedback/feedback'
import type { ObjectionId } from '../objection/objection'
import type { PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { TaskId } from '../task/task'
import type { ThingKind } from './obligation'
import type { MessageTemplate } from './template'

/** Things told at once (domain.md section 7): singly, outside quiet hours, no dated step. */
export const notices = [
  'answerReady', // 已答复
  'secondAnswerReady', // 换人再查已有结果
  'answerExtended', // 答复延期
  'feedbackDeclined', // 不予受理
  'objectionAdmitted', // 异议已受理
  'objectionAnswered', // 异议已答复
  'taskUnderNotice', // 任务公示
  'taskClosed', // 任务已办结
  'taskReopened', // 任务重新整改
  'taskRechecked', // 反映反弹后的回头看
  'occurrenceMissed', // 定期要做的一次没有报完成
  'doneReturned', // 报的完成被退回
  'planReturned', // 方案被退回
  'extensionRefused', // 没有批准延期
  'reworkAsked', // 退回整改
  'dayMoved', // 要办的日期改了
  'workTakenOver', // 接手别的单位的份额
  'workTakenAway', // 份额给了别的单位
  'taskCancelled', // 任务取消
  'checkUrged', // 催公开审查
  'timelineProposed', // 单位提出时间
  'timelineCountered', // 企业另提时间
  'timelineAgreed', // 已商定
  'timelineReferred', // 转整改办协调
  'timelineMediated', // 协调意见待签认
  'timelineEnded', // 未达成一致
  'timelineUnchanged', // 未达成一致, 原商定日期照旧
  'timelineHandedOver', // 换了单位接着谈
  'nodeReturned', // 企业报的完成被退回
  'visitAsked', // 请入企检查
  'visitNotified', // 入企检查通知
  'visitRecorded', // 检查记录已送达企业
  'visitMade', // 请去的人知道已入企检查
  'visitCalledOff', // 检查取消
  'visitNotMade', // 没有入企检查
] as const
export type Notice = (typeof notices)[number]

/** What a message is about: one of these, the day's digest, or the office's summary of the week. */
export const messageAbouts = [...notices, 'digest', 'summary'] as const
export type MessageAbout = (typeof messageAbouts)[number]

export const templateOfNotice: Readonly<Record<Notice, MessageTemplate>> = {
  answerReady: 'answerReady',
  secondAnswerReady: 'answerReady',
  answerExtended: 'answerReady',
  feedbackDeclined: 'answerReady',
  objectionAdmitted: 'answerReady',
  objectionAnswered: 'answerReady',
  taskUnderNotice: 'answerReady',
  taskClosed: 'answerReady',
  taskReopened: 'answerReady',
  taskRechecked: 'answerReady',
  occurrenceMissed: 'deadline',
  doneReturned: 'deadline',
  planReturned: 'deadline',
  extensionRefused: 'deadline',
  reworkAsked: 'deadline',
  dayMoved: 'deadline',
  workTakenOver: 'deadline',
  workTakenAway: 'deadline',
  taskCancelled: 'deadline',
  checkUrged: 'deadline',
  timelineProposed: 'timeline',
  timelineCountered: 'timeline',
  timelineAgreed: 'timeline',
  timelineReferred: 'timeline',
  timelineMediated: 'timeline',
  timelineEnded: 'timeline',
  timelineUnchanged: 'timeline',
  timelineHandedOver: 'timeline',
  nodeReturned: 'timeline',
  visitAsked: 'deadline',
  visitNotified: 'deadline',
  visitRecorded: 'deadline',
  visitMade: 'deadline',
  visitCalledOff: 'deadline',
  visitNotMade: 'deadline',
}

/** Answers to a reporter: the consents are kept for these. */
export const isAnswer = (notice: Notice): boolean =>
  notice === 'answerReady' || notice === 'secondAnswerReady' || notice === 'objectionAnswered'

const publicNews: readonly Notice[] = [
  'taskUnderNotice',
  'taskClosed',
  'taskReopened',
  'taskRechecked',
]

/**
 * Read by those who work on a task: where, in a sub-package of theirs; absent for what residents read, null
 * where the thing is no longer theirs to open.
 */
export const staffPageOf: Readonly<Partial<Record<Notice, string | null>>> = {
  occurrenceMissed: 'unit/task',
  doneReturned: 'unit/task',
  planReturned: 'unit/task',
  extensionRefused: 'unit/task',
  reworkAsked: 'unit/task',
  dayMoved: 'unit/task',
  workTakenOver: 'unit/task',
  workTakenAway: null,
  taskCancelled: 'unit/task',
  checkUrged: 'office/release',
  visitAsked: 'enterprise/visit',
  visitNotified: 'enterprise/visit',
  visitRecorded: 'enterprise/visit',
  visitMade: 'enterprise/visit',
  visitCalledOff: 'enterprise/visit',
  visitNotMade: 'enterprise/visit',
}

/** News of a public matter: whom no message reaches reads it here, and nobody phones to say it. */
export const isPublicNews = (notice: Notice): boolean => publicNews.includes(notice)

/**
 * Who is told: everybody who reported a matter, each under the own report, whoever objected,
 * everybody concerned by a task (whose report was linked to it, and the branches and committees that
 * were asked), everybody of a unit with one of the roles (where `saidBy` is one of them, that person
 * alone), or the nearest office of a region that has one. A resident is never named: the notifier
 * finds who it is.
 */
export type NoticeTo =
  | { readonly reportersOf: FeedbackId }
  | { readonly objectorOf: ObjectionId }
  | { readonly concernedBy: TaskId }
  | {
      readonly unitId: UnitId
      readonly roles: readonly Role[]
      readonly saidBy?: PersonId | null
    }
  | { readonly regionCode: RegionCode; readonly roles: readonly Role[] }

/** One thing to tell at once, written in the transaction that makes it true. */
export interface NoticeToSend {
  readonly notice: Notice
  readonly thing: ThingKind
  readonly thingId: string
  /** What makes a repeated event another message: the answer's or the round's ordinal. */
  readonly node: string
  readonly to: NoticeTo
  /**
   * A report's number or a task's title. Never a report's subject or village: it appears on a
   * locked phone.
   */
  readonly title: string
  /** The day the reader has to answer by, if any. */
  readonly dueOn: IsoDay | null
  /** Whose desk phones when it does not arrive, and who may not learn of it there. */
  readonly regionCode: RegionCode
  readonly hiddenFrom: readonly UnitId[]
}
