import { keysOf } from '../known'
import type { PlanName } from './step-plans'

/** What a dated thing is called, how it is reminded of, and where it is done. */
export interface OwedKind {
  /** Absent: as a reply. */
  readonly plan?: PlanName
  /** 待办: what it is, and the verb on its button. */
  readonly name: string
  readonly verb: string
  /** A sub-package's page of its own; absent where it is done on the page of its thing. */
  readonly page?: string
  /**
   * 轮到谁: others of the task may know of it. A planned re-check is not among them: its day is not
   * shown to the unit that it is about.
   */
  readonly turn?: true
}

/**
 * Every dated thing. A new one is a row here and a row that some `owed.ts` gives; to-do list, reminders,
 * titles and pages follow (ADR 20). [D]
 */
const kinds = {
  sayOnDraft: { name: '征求意见', verb: '提意见', page: 'unit/consult' },
  answerDraftOpinion: { name: '征求意见', verb: '答复', page: 'unit/consult' },
  signFor: { name: '新交办', verb: '签收', turn: true },
  reassign: { name: '退回待改派', verb: '改派', turn: true },
  submitPlan: { name: '报方案', verb: '写方案', page: 'unit/plan', turn: true },
  approvePlan: { name: '审方案', verb: '审核', turn: true },
  finishMeasure: { plan: 'node', name: '措施到期', verb: '报完成', turn: true },
  finishTask: { plan: 'node', name: '任务到期', verb: '查看', turn: true },
  milestone: { plan: 'node', name: '节点到期', verb: '报完成' },
  enterEvent: { plan: 'await', name: '录入事件', verb: '录入', turn: true },
  decideExtension: { name: '延期申请', verb: '审核', turn: true },
  admitFeedback: { name: '群众反映', verb: '受理' },
  assignFeedback: { name: '群众反映', verb: '分办' },
  answerFeedback: { name: '群众反映', verb: '答复' },
  releaseAnswer: { name: '审核答复', verb: '审核' },
  secondLook: { name: '换人再查', verb: '再查' },
  answerTimeline: { name: '商定时间', verb: '回复' },
  mediateTimeline: { plan: 'watch', name: '商定时间', verb: '协调' },
  signTimeline: { name: '商定时间', verb: '签认' },
  confirmNode: { name: '企业报完成', verb: '确认' },
  giveOpinion: { name: '村里看法', verb: '说看法' },
  visitResident: {
    name: '上门听村民说',
    verb: '去听',
    page: 'village/resident-visit',
  },
  summarizeOpinions: { name: '村里看法', verb: '归纳' },
  answerOpinions: { name: '村里看法', verb: '答复' },
  releaseSummary: { name: '村里看法', verb: '发出' },
  checkSecrecy: { name: '保密审查', verb: '审查', page: 'office/release' },
  checkOpenness: { name: '公开审查', verb: '审查', page: 'office/release' },
  signShare: { name: '签本单位自查', verb: '签字', turn: true },
  selfCheck: {
    name: '办结前自查',
    verb: '自查',
    page: 'unit/self-check',
    turn: true,
  },
  signSelfCheck: { name: '自查待签字', verb: '签字', page: 'unit/self-check', turn: true },
  nameChain: { name: '定验收单位', verb: '去定', page: 'unit/chain', turn: true },
  requestCloseOut: { name: '申请验收', verb: '申请', turn: true },
  verify: { name: '验收', verb: '验收', page: 'unit/verify', turn: true },
  confirmCheck: { name: '确认验收', verb: '确认', turn: true },
  publishNotice: { name: '发公示', verb: '公示', turn: true },
  noticeEnds: { plan: 'watch', name: '公示期满', verb: '查看', turn: true },
  approveCloseOut: { name: '批准销号', verb: '录入', turn: true },
  recordUpper: { plan: 'wait', name: '上级意见', verb: '录入', turn: true },
  reopen: { name: '反弹待定', verb: '去定' },
  summarizeObjection: { name: '公示异议', verb: '写摘要' },
  decideObjection: { name: '公示异议', verb: '处理' },
  recheck: { plan: 'watch', name: '回头看', verb: '复查' },
  notifyVisit: { name: '入企检查', verb: '发通知' },
  recordVisit: { name: '入企检查', verb: '写记录' },
  handInPlan: { name: '全市方案', verb: '报出' },
  monthlyReport: { plan: 'report', name: '本月填报', verb: '填报' },
  /** 推进: a state that nothing else names. */
  moveOn: { plan: 'wait', name: '等待推进', verb: '查看' },
} as const satisfies Readonly<Record<string, OwedKind>>

export type ObligationKind = keyof typeof kinds

export const owedKinds: Readonly<Record<ObligationKind, OwedKind>> = kinds
export const obligationKinds = keysOf(kinds)
