import type { IsoDay } from '../calendar/day'
import type { MembershipId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'

/** Dated things somebody owes. One record serves the to-do list and the reminder engine. */
export const obligationKinds = [
  'sayOnDraft', // 对措施草案提意见
  'answerDraftOpinion', // 答复意见
  'signFor', // 签收
  'reassign', // 改派退回的任务
  'submitPlan', // 报方案
  'approvePlan', // 审方案
  'finishMeasure', // 措施到期
  'finishTask', // 任务到期
  'milestone', // 节点
  'enterEvent', // 录入触发事件
  'decideExtension', // 审延期
  'admitFeedback', // 受理
  'assignFeedback', // 分办
  'answerFeedback', // 答复
  'releaseAnswer', // 审核答复
  'secondLook', // 换人再查
  'answerTimeline', // 回复商定时间
  'mediateTimeline', // 协调商定时间
  'signTimeline', // 签认协调意见
  'confirmNode', // 确认企业节点
  'giveOpinion', // 说看法
  'summarizeOpinions', // 归纳看法
  'answerOpinions', // 答复看法
  'releaseSummary', // 发出归纳和答复
  'checkSecrecy', // 保密审查
  'checkOpenness', // 公开审查
  'selfCheck', // 自查
  'nameChain', // 定验收链
  'requestCloseOut', // 申请验收
  'verify', // 验收
  'confirmCheck', // 确认验收
  'publishNotice', // 发公示
  'noticeEnds', // 公示期满
  'approveCloseOut', // 批准销号
  'recordUpper', // 录入上级意见
  'reopen', // 反弹待定
  'summarizeObjection', // 写异议摘要
  'decideObjection', // 处理异议
  'recheck', // 回头看
  'monthlyReport', // 本月填报
  'moveOn', // 推进: a state that nothing else names
] as const
export type ObligationKind = (typeof obligationKinds)[number]

export const thingKinds = [
  'task',
  'feedback',
  'timeline',
  'opinion',
  'opinionSummary',
  'objection',
] as const
export type ThingKind = (typeof thingKinds)[number]

/**
 * Somebody owes something by a day. The id is made of thing and node, so writing it again is
 * the same record: a deadline that moves changes `dueOn` and begins its own steps.
 */
export interface Obligation {
  readonly id: string
  readonly kind: ObligationKind
  readonly thing: ThingKind
  readonly thingId: string
  /** Which part of the thing: measure id, unit id, round. */
  readonly node: string
  /** Never the subject of a report nor its village: it appears in messages. */
  readonly title: string
  readonly dueOn: IsoDay
  /** 暂定: counted over a year without a published calendar. */
  readonly provisional: boolean
  readonly madeOn: IsoDay
  readonly unitId: UnitId | null
  /**
   * Owed by the person who signed for the unit's share, while they work there; else everybody in
   * the unit with one of `roles` is told. Who that is stands in the task.
   */
  readonly signerOwes: boolean
  /** Owed by this one of an office by name, and by no other of it; null where the office owes. */
  readonly heldBy: MembershipId | null
  readonly roles: readonly Role[]
  readonly regionCode: RegionCode
  /** A report is not on the lists of an office that it accuses, and nobody there is told of it. */
  readonly hiddenFrom: readonly UnitId[]
  /** The day on which what the coordinator owes rises to the city leader; null for others'. */
  readonly risesOn: IsoDay | null
  readonly open: boolean
  /** Next day on which the notifier has a step; null when none is left. */
  readonly nextStepOn: IsoDay | null
}

export const obligationId = (
  thing: ThingKind,
  thingId: string,
  kind: ObligationKind,
  node: string,
) => `${thing}.${thingId}.${kind}.${node}`
