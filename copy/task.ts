import type { PublicHistoryEvent } from '@/domain/release/public-task'
import type { PublicState } from '@/domain/task/schedule-words'
import type { TaskCategory } from '@/domain/task/task'

export const categoryNames: Readonly<Record<TaskCategory, string>> = {
  sewage: '生活污水',
  livestock: '畜禽养殖',
  blackWater: '黑臭水体',
  drinkingWater: '饮用水源',
  circularEconomy: '循环经济示范中心',
  garbage: '生活垃圾',
  solidWaste: '固废危废',
  enforcementForce: '执法队伍',
  enforcement: '违法惩处',
  jointEnforcement: '联合执法',
  other: '其他',
}

/** What residents read. */
export const publicStateNames: Readonly<Record<PublicState, string>> = {
  rectifying: '正在整改',
  notStarted: '还没开工',
  behind: '比计划慢',
  onSchedule: '按计划进行',
  completed: '已完成',
  closed: '已办结',
  overdue: '超期',
  underNotice: '公示中',
}

/** History as residents read it. */
export const publicEventNames: Readonly<Record<PublicHistoryEvent, string>> = {
  assign: '交办',
  signFor: '签收',
  startRectifying: '开始整改',
  selfCheck: '措施做完',
  requestCloseOut: '现场验收',
  publishNotice: '公示',
  approveCloseOut: '批准办结',
}
