/** 序时进度: derived from dates and never stored as a live word. */
export const scheduleStates = [
  'notStarted', // 尚未启动
  'behind', // 未达到序时进度
  'onSchedule', // 达到序时进度
  'completed', // 已完成
  'closed', // 已验收销号
] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** What residents read: a schedule word only from the last released round, else 正在整改. */
export const publicStates = [...scheduleStates, 'rectifying', 'overdue', 'underNotice'] as const
export type PublicState = (typeof publicStates)[number]
