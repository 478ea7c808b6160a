export const messageStates = [
  'pending', // 待发
  'sending', // 正在发
  'sent', // 已发
  'noConsent', // 没有订阅
  'kept', // 在小程序里看: the consents that are left are kept for answers
  'failed', // 没发出
  'unknown', // 不知道发没发出: never sent again by itself
] as const
export type MessageState = (typeof messageStates)[number]

/** Why somebody stands on the call list (电话提醒名单): no message could carry the step. */
export const callReasons = ['noConsent', 'kept', 'failed', 'unknown', 'noRecipient'] as const
export type CallReason = (typeof callReasons)[number]
