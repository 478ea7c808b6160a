import type { MessageState } from '@/domain/reminder/message-state'
import type { MessageAbout } from '@/domain/reminder/notice'

/** What each was about, as its reader may show it to whoever holds the phone: no matter, no place, no name. */
const about: Readonly<Record<MessageAbout, string>> = {
  answerReady: '您反映的事有了答复',
  secondAnswerReady: '换人再查有了结果',
  answerExtended: '您反映的事要晚些答复',
  feedbackDeclined: '您反映的事不予受理，写了原因',
  objectionAdmitted: '您提的异议已受理',
  objectionAnswered: '您提的异议有了答复',
  taskUnderNotice: '您关心的任务在公示',
  taskClosed: '您关心的任务已办结',
  taskReopened: '您关心的任务重新整改',
  taskRechecked: '您关心的任务有人回头看过了',
  occurrenceMissed: '有一次定期要做的事到期没有报完成',
  doneReturned: '报的完成被退回了，写了原因',
  planReturned: '报的方案被退回了，写了原因',
  extensionRefused: '延期没有批准，写了原因',
  reworkAsked: '有任务退回整改，写了要求和日期',
  dayMoved: '要办的日期改了',
  workTakenOver: '有任务改由您单位办，写了原因',
  checkUrged: '公开的文字等您审查',
  timelineProposed: '单位提了完成时间，请您回复',
  timelineCountered: '企业另提了完成时间',
  timelineAgreed: '完成时间已商定',
  timelineReferred: '完成时间转整改办协调',
  timelineMediated: '协调意见请您签认',
  timelineEnded: '完成时间没有谈成，按原定期限',
  timelineUnchanged: '完成时间没有谈成，原来商定的照旧',
  timelineHandedOver: '商定时间换了单位接着谈',
  nodeReturned: '报的完成被退回了，写了原因',
  visitAsked: '请执法单位入企检查',
  visitNotified: '有一份检查通知',
  visitRecorded: '检查记录已经送达',
  visitCalledOff: '入企检查取消了',
  visitNotMade: '到期没有入企检查',
  digest: '您要办的事快到期或超期了',
  summary: '各单位超期的事，一周汇总',
}

/** 收到过的通知: what was sent to a person, and what was not and why. */
export const messagesWords = {
  title: '收到过的通知',
  empty: '还没有通知',
  emptyLine: '有新进展或快到期时，会在微信里通知您，这里也留一条。',
  states: {
    pending: '等着发',
    sending: '正在发',
    sent: '已发到微信',
    noConsent: '没有发：没有可用的同意次数',
    kept: '没有发：同意次数留给了答复，请看待办',
    failed: '没有发出去，请看待办',
    unknown: '不知道有没有发到，请看待办',
  } satisfies Readonly<Record<MessageState, string>>,
  about: (kind: MessageAbout) => about[kind],
  things: (count: number) => `${count}件`,
}
