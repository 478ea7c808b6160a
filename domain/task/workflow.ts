import { type Row, type Rules, rulesOf } from '../workflow'
import { statesToSpeakIn } from './asking'
import { dutyStates } from './duty'
import type { TaskFacts } from './facts'
import { type TaskNeed, taskNeeds } from './needs'
import { taskParties, type TaskParty } from './parties'
import { type RectificationTask, type TaskState, underwayStates } from './task'

/** Events on the whole task; those on one unit's share stand in `assignment-workflow`. */
export const taskEvents = [
  'consult', // 征求意见
  'withdrawConsult', // 撤回征求意见
  'sayOnDraft', // 提意见
  'answerDraftOpinion', // 答复意见
  'split', // 拆分集合单位
  'assign', // 交办
  'enterEvent', // 录入触发事件
  'changeRhythm', // 改多久一次
  'correctText', // 改正误读
  'setPoint', // 记下位置
  'setSites', // 定点位
  'rollRecurring', // 转入下一次
  'startRectifying', // 全部方案已批, 转入整改
  'cancelTask', // 取消任务
  'cancelDraft', // 作废草稿
  'report', // 月度填报
  'changeChain', // 定验收链
  'askVillage', // 请村里说看法
  'visitVillage', // 上门听村里说
  'prepareSelfCheck', // 备自查
  'selfCheck', // 自查
  'noticeFirst', // 验收前公示
  'preNoticeElapsed', // 验收前公示期满
  'requestCloseOut', // 申请验收
  'verify', // 验收一级
  'confirmCheck', // 第二人确认验收
  'denyCheck', // 第二人否认验收
  'returnForRework', // 退回整改
  'upholdObjection', // 异议成立
  'publishNotice', // 公示
  'noticeElapsed', // 公示期满
  'restartNotice', // 公示重来: the public text was corrected
  'approveCloseOut', // 批准销号
  'recordUpper', // 录入上级意见
  'recheck', // 回头看
  'reopen', // 反弹重开
  'keepClosed', // 不重开
  'withdraw', // 撤回申请
  'checkSecrecy', // 保密审查
  'checkOpenness', // 公开审查
  'withholdRelease', // 不予公开
  'editNotice', // 改公示稿的文字
  'choosePhotos', // 选公示照片
  'urgeCheck', // 催公开审查
] as const
export type TaskEvent = (typeof taskEvents)[number]

const beforeVerifying: readonly TaskState[] = [
  'draft',
  'consulting',
  'assigned',
  'inProgress',
  'selfChecked',
  'preNotice',
]

/** 销号制: the law of a task, one row an event. */
const taskTable: Readonly<Record<TaskEvent, Row<TaskState, TaskParty, TaskNeed>>> = {
  consult: {
    from: ['draft'],
    to: 'consulting',
    by: ['coordinatorOfRegion'],
    needs: ['somebodyToConsult', 'answerDay'],
  },
  withdrawConsult: {
    from: ['consulting'],
    to: 'draft',
    by: ['coordinatorOfRegion'],
    needs: ['nobodySpoke'],
  },
  // The office records papers of those that are not in the system or have no phone.
  sayOnDraft: {
    from: ['consulting'],
    to: null,
    by: ['consultedBody', 'coordinatorOfRegion'],
    needs: ['consultedParty', 'wordsOrAgreed', 'notAnsweredYet'],
  },
  answerDraftOpinion: {
    from: ['consulting'],
    to: null,
    by: ['coordinatorOfRegion'],
    needs: ['somethingSaid', 'reason'],
  },
  split: { from: ['draft'], to: null, by: ['coordinatorOfRegion'], needs: ['collectiveUnit'] },
  assign: {
    from: ['draft', 'consulting'],
    to: 'assigned',
    by: ['coordinatorOfRegion'],
    needs: ['consultationOver', 'collectiveSplit', 'singleLead', 'countedDate'],
  },
  enterEvent: {
    from: ['assigned', 'inProgress'],
    to: null,
    by: ['eventEnterer', 'coordinatorOfRegion'],
    needs: ['eventAwaited', 'eventDay', 'eventPaper'],
  },
  // A duty goes on after the close-out, and so does the need to change how often it returns.
  changeRhythm: {
    from: ['assigned', 'inProgress', 'closed'],
    to: null,
    by: ['coordinatorOfRegion'],
    needs: ['rhythmOpen', 'reason'],
  },
  // Not under a notice: what the city is reading is taken back before it is changed.
  correctText: {
    from: ['assigned', 'inProgress', 'selfChecked'],
    to: null,
    by: ['decidingOffice'],
    needs: ['placeOfList', 'sourceLine', 'dayOfDate'],
  },
  setPoint: {
    from: ['assigned', 'inProgress'],
    to: null,
    by: ['answeringUnit', 'coordinatorOfRegion'],
    needs: [],
  },
  setSites: {
    from: ['assigned', 'inProgress'],
    to: null,
    by: ['answeringUnit', 'coordinatorOfRegion'],
    needs: ['sitesFit'],
  },
  // When the day of an occurrence is over; one that is done is followed by the next at once.
  rollRecurring: { from: dutyStates, to: null, by: ['system'], needs: ['occurrenceOver'] },
  // Follows of itself in the transaction that approves the last plan.
  startRectifying: { from: ['assigned'], to: 'inProgress', by: ['system'], needs: ['allPlanned'] },
  cancelTask: {
    from: beforeVerifying,
    to: 'cancelled',
    by: ['decidingOffice'],
    needs: ['reason'],
  },
  cancelDraft: { from: ['draft'], to: 'cancelled', by: ['draftMaker'], needs: [] },
  report: { from: underwayStates, to: null, by: ['responsibleUnit'], needs: [] },
  changeChain: {
    from: [...beforeVerifying],
    to: null,
    by: ['coordinatorOfRegion'],
    needs: ['chainGiven'],
  },
  askVillage: {
    from: ['inProgress', 'selfChecked'],
    to: null,
    by: ['responsibleUnit'],
    needs: ['villageToAsk'],
  },
  visitVillage: {
    from: [...statesToSpeakIn, 'awaitingApproval'],
    to: null,
    by: ['inspectorOfRegion', 'coordinatorOfRegion'],
    needs: ['foreignToWork', 'villageOverdue', 'twoVisitors'],
  },
  // What staff write lies ready for their leader, who signs it or writes it anew.
  prepareSelfCheck: {
    from: ['inProgress'],
    to: null,
    by: ['answeringUnit'],
    needs: ['sharesPlanned', 'partsDone', 'evidence', 'standards', 'villagesAsked', 'sharesSigned'],
  },
  selfCheck: {
    from: ['inProgress'],
    to: 'selfChecked',
    by: ['answeringUnit'],
    needs: [
      'sharesPlanned',
      'partsDone',
      'evidence',
      'standards',
      'villagesAsked',
      'sharesSigned',
      'leaderSignOff',
    ],
  },
  noticeFirst: {
    from: ['selfChecked'],
    to: 'preNotice',
    by: ['coordinatorOfRegion'],
    needs: ['preNoticeAsked', 'released'],
  },
  preNoticeElapsed: {
    from: ['preNotice'],
    to: 'selfChecked',
    by: ['system'],
    needs: ['noticeOver', 'noOpenObjection'],
  },
  requestCloseOut: {
    from: ['selfChecked'],
    to: 'verifying',
    by: ['answeringUnit'],
    needs: ['preNoticeHeld', 'evidence', 'chainNamed', 'report'],
  },
  verify: {
    from: ['verifying'],
    to: null,
    by: ['verifyingUnit', 'recorderOfUpperStep'],
    needs: ['checkers', 'measuresChecked', 'measuresSeen', 'conclusion'],
  },
  // At the second one's next own opening; until then it is shown as unconfirmed.
  confirmCheck: {
    from: ['verifying', 'underNotice', 'awaitingApproval', 'reportedUp', 'closed'],
    to: null,
    by: ['namedChecker'],
    needs: [],
  },
  // The step is due again, with those after it.
  denyCheck: { from: ['verifying'], to: null, by: ['namedChecker'], needs: ['reason'] },
  returnForRework: {
    from: ['selfChecked', 'preNotice', 'verifying', 'underNotice', 'awaitingApproval'],
    to: 'inProgress',
    by: ['verifyingUnit', 'decidingOffice'],
    needs: ['reason', 'reworkDate', 'demands'],
  },
  // Follows of itself in the transaction that upholds it: a running notice ends. Where the task has
  // left the notice and is at work again the demands join that rework and nothing moves.
  upholdObjection: {
    from: [
      'inProgress',
      'selfChecked',
      'preNotice',
      'verifying',
      'underNotice',
      'awaitingApproval',
    ],
    to: 'inProgress',
    by: ['system'],
    needs: ['reason', 'reworkDate', 'demands'],
  },
  publishNotice: {
    from: ['verifying'],
    to: 'underNotice',
    by: ['coordinatorOfRegion'],
    needs: ['chainDone', 'released'],
  },
  noticeElapsed: {
    from: ['underNotice'],
    to: 'awaitingApproval',
    by: ['system'],
    needs: ['noticeOver', 'noOpenObjection'],
  },
  // Follows of itself where two persons release another text: people object to what they could read.
  restartNotice: {
    from: ['preNotice', 'underNotice', 'awaitingApproval', 'reportedUp'],
    to: {
      preNotice: 'preNotice',
      underNotice: 'underNotice',
      awaitingApproval: 'underNotice',
      reportedUp: 'underNotice',
    },
    by: ['system'],
    needs: [],
  },
  approveCloseOut: {
    from: ['awaitingApproval'],
    to: ['closed', 'reportedUp'],
    by: ['closingOffice'],
    needs: ['decisionNumber', 'childrenClosed', 'villagesHeard', 'unsatisfiedAnswered'],
  },
  recordUpper: {
    from: ['reportedUp'],
    to: ['closed', 'inProgress'],
    by: ['closingOffice'],
    needs: ['upperDocument'],
  },
  recheck: {
    from: ['closed'],
    to: null,
    by: ['inspectorOfRegion'],
    needs: ['foreignToWork', 'anotherInspector', 'conclusion', 'relapsePhoto'],
  },
  reopen: {
    from: ['closed'],
    to: 'inProgress',
    by: ['decidingOffice'],
    needs: ['reason', 'newDeadline', 'demands'],
  },
  // Not reopening after a finding is a written reason.
  keepClosed: {
    from: ['closed'],
    to: null,
    by: ['decidingOffice'],
    needs: ['relapseFound', 'reason'],
  },
  withdraw: {
    from: ['selfChecked', 'verifying'],
    to: { selfChecked: 'inProgress', verifying: 'selfChecked' },
    by: ['answeringUnit'],
    needs: ['nextStepNotTaken'],
  },
  // Two persons on the same text; the second of the two makes it public.
  checkSecrecy: {
    from: [...underwayStates, 'closed'],
    to: null,
    by: ['decidingOffice'],
    needs: [],
  },
  checkOpenness: {
    from: [...underwayStates, 'closed'],
    to: null,
    by: ['decidingPublisher'],
    needs: [],
  },
  // Either of the two, until the text is public: what was checked of it is checked anew.
  withholdRelease: {
    from: [...underwayStates, 'closed'],
    to: null,
    by: ['decidingOffice', 'decidingPublisher'],
    needs: ['reason'],
  },
  // 改一个字，两人都要重审. What was decided on stays: after `closed` nothing is written otherwise.
  editNotice: { from: underwayStates, to: null, by: ['coordinatorOfRegion'], needs: [] },
  choosePhotos: { from: underwayStates, to: null, by: ['coordinatorOfRegion'], needs: [] },
  urgeCheck: { from: underwayStates, to: null, by: ['coordinatorOfRegion'], needs: [] },
}

export const taskRules: Rules<RectificationTask, TaskFacts, TaskEvent> = rulesOf({
  table: taskTable,
  parties: taskParties,
  needs: taskNeeds,
})

export const { whyNot: whyNotTask, allowed: allowedTaskEvents, open: openTaskEvents } = taskRules
