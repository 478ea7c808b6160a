import type { UnitRole } from '@/domain/organization/unit'
import type { PublicHistoryEvent } from '@/domain/release/public-task'
import type { ExtensionEvent } from '@/domain/task/extension-workflow'
import type { PartEvent } from '@/domain/task/part-workflow'
import type { AssignmentState, TaskState } from '@/domain/task/task'
import type { TaskEvent } from '@/domain/task/workflow'
import { publicEventNames } from './task'

/** Official words, for staff. */
export const taskStateNames: Readonly<Record<TaskState, string>> = {
  draft: '草稿',
  consulting: '征求意见',
  assigned: '已交办',
  inProgress: '整改中',
  selfChecked: '已自查',
  preNotice: '验收前公示',
  verifying: '验收中',
  underNotice: '公示中',
  awaitingApproval: '待批准销号',
  reportedUp: '已上报',
  closed: '已验收销号',
  cancelled: '已取消',
}

export const assignmentStateNames: Readonly<Record<AssignmentState, string>> = {
  pending: '待签收',
  returned: '已退回',
  signedFor: '已签收，待报方案',
  planSubmitted: '方案待审',
  planned: '方案已批',
}

export const unitRoleNames: Readonly<Record<UnitRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  supporting: '配合单位',
  supervising: '督导单位',
  accepting: '验收单位',
}

/** What happened, or can be done next, by event, as staff read it: the ledger shows both. */
export const taskEventNames: Readonly<
  Record<PublicHistoryEvent | PartEvent | ExtensionEvent | TaskEvent, string> &
    Record<string, string>
> = {
  ...publicEventNames,
  imported: '导入清单',
  consult: '征求意见',
  withdrawConsult: '撤回征求意见',
  sayOnDraft: '村里或企业提意见',
  answerDraftOpinion: '答复意见',
  returnAssignment: '退回',
  reassign: '改派',
  dropShare: '并给别的单位',
  submitPlan: '报方案',
  approvePlan: '方案通过',
  agreeDates: '和企业商定时间',
  returnPlan: '方案退回',
  withdrawPlan: '撤回方案',
  reportDone: '报完成',
  undoDone: '撤回完成',
  returnDone: '退回完成',
  recordNoPart: '记为没有任务',
  extend: '申请延期',
  endorseExtension: '牵头单位同意延期',
  grantExtension: '批准延期',
  refuseExtension: '不批准延期',
  withdrawExtension: '撤回延期申请',
  lapseExtension: '延期申请不再需要',
  enterEvent: '录入事件',
  changeRhythm: '改多久一次',
  correctText: '改正误读',
  setPoint: '记下位置',
  cancelTask: '取消',
  cancelDraft: '删除草稿',
  split: '拆分',
  childMade: '增加一个分项',
  childEnded: '一个分项已了结',
  childResumed: '一个分项重新整改',
  checkSecrecy: '保密审查',
  checkOpenness: '公开审查',
  withholdRelease: '不予公开',
  editNotice: '改公示稿文字',
  choosePhotos: '选公示照片',
  urgeCheck: '催公开审查',
  release: '公开',
  restartNotice: '公示稿改了，公示期重新算',
  setSites: '定点位',
  rollRecurring: '这一次的日期已过，转入下一次',
  amendPlan: '申请改方案',
  signShare: '签本单位自查',
  changeChain: '定验收单位',
  withdraw: '撤回',
  verify: '验收通过一级',
  confirmCheck: '确认验收',
  denyCheck: '否认验收，重新验收',
  askVillage: '请村里说看法',
  visitVillage: '上门听村里说',
  villageHeard: '村里已说看法',
  releaseSummary: '发出村里看法的归纳和答复',
  returnForRework: '退回整改',
  upholdObjection: '异议成立，退回整改',
  dismissObjection: '异议不予受理',
  rejectObjection: '异议不成立',
  prepareSelfCheck: '备自查',
  selfCheck: '自查',
  requestCloseOut: '申请验收',
  report: '月度填报',
  noticeFirst: '验收前公示',
  preNoticeElapsed: '验收前公示期满',
  noticeElapsed: '公示期满',
  recountDays: '放假安排公布，期限重新算过',
  recordUpper: '录入上级意见',
  recheck: '回头看',
  reopen: '反弹重开',
  keepClosed: '不重开',
}
