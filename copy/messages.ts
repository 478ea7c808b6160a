import type { MessageState } from '@/domain/reminder/message-state'
import type { MessageTemplate } from '@/domain/reminder/template'

/** As they are called in WeChat's console. */
export const messageTemplateNames: Readonly<Record<MessageTemplate, string>> = {
  answerReady: '办理结果通知',
  deadline: '到期提醒',
  timeline: '商定时间通知',
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
  things: (count: number) => `${count}件`,
}
