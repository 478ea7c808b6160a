import type { ObligationKind } from '@/domain/reminder/obligation'

/** 待办: what it is and the verb on its button. */
export const obligationWords: Readonly<
  Record<ObligationKind, { readonly name: string; readonly verb: string }>
> = {
  signFor: { name: '新交办', verb: '签收' },
  submitPlan: { name: '报方案', verb: '写方案' },
  approvePlan: { name: '审方案', verb: '审核' },
  finishMeasure: { name: '措施到期', verb: '报完成' },
  finishTask: { name: '任务到期', verb: '查看' },
  milestone: { name: '节点到期', verb: '报完成' },
  enterEvent: { name: '录入事件', verb: '录入' },
  decideExtension: { name: '延期申请', verb: '审核' },
  admitFeedback: { name: '群众反映', verb: '受理' },
  assignFeedback: { name: '群众反映', verb: '分办' },
  answerFeedback: { name: '群众反映', verb: '答复' },
  releaseAnswer: { name: '审核答复', verb: '审核' },
  secondLook: { name: '换人再查', verb: '再查' },
  answerTimeline: { name: '商定时间', verb: '回复' },
  mediateTimeline: { name: '商定时间', verb: '协调' },
  signTimeline: { name: '商定时间', verb: '签认' },
  giveOpinion: { name: '村里看法', verb: '说看法' },
  checkSecrecy: { name: '保密审查', verb: '审查' },
  checkOpenness: { name: '公开审查', verb: '审查' },
  selfCheck: { name: '办结前自查', verb: '自查' },
  nameChain: { name: '定验收单位', verb: '去定' },
  requestCloseOut: { name: '申请验收', verb: '申请' },
  verify: { name: '验收', verb: '验收' },
  confirmCheck: { name: '确认验收', verb: '确认' },
  noticeEnds: { name: '公示期满', verb: '查看' },
  decideObjection: { name: '公示异议', verb: '处理' },
  monthlyReport: { name: '本月填报', verb: '填报' },
  reassign: { name: '退回待改派', verb: '改派' },
  recheck: { name: '回头看', verb: '复查' },
  moveOn: { name: '等待推进', verb: '查看' },
}
