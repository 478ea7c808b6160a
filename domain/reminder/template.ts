/** Subscription messages there are. One consent of a person allows one message of one template. */
export const messageTemplates = [
  'answerReady', // 办理结果通知
  'deadline', // 到期提醒
  'timeline', // 商定时间通知
] as const
export type MessageTemplate = (typeof messageTemplates)[number]
