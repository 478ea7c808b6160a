import type { MessageTemplate } from '@/domain/reminder/template'

/** As they are called in WeChat's console. */
export const messageTemplateNames: Readonly<Record<MessageTemplate, string>> = {
  answerReady: '办理结果通知',
  deadline: '到期提醒',
  timeline: '商定时间通知',
}
