import type {
  FeedbackOrigin,
  FeedbackState,
  Finding,
  PollutionType,
  Rating,
} from '@/domain/feedback/feedback'

export const feedbackStateNames: Readonly<Record<FeedbackState, string>> = {
  submitted: '已收到',
  admitted: '已受理',
  declined: '不予受理',
  assigned: '正在办',
  answerSubmitted: '答复待审核',
  answered: '已答复',
  secondLook: '换人再查',
  archived: '已归档',
  withdrawn: '已撤回',
  merged: '已合并办理',
}

export const originNames: Readonly<Record<FeedbackOrigin, string>> = {
  resident: '群众反映',
  village: '村代填',
  inspectionBatch: '督察交办件',
  hotline: '12345转办',
}

export const findingNames: Readonly<Record<Finding, string>> = {
  true: '情况属实',
  mostlyTrue: '情况基本属实',
  partlyTrue: '情况部分属实',
  untrue: '情况不属实',
}

export const ratingNames: Readonly<Record<Rating, string>> = {
  done: '办好了',
  halfDone: '办了一半',
  notDone: '没办好',
}

export const pollutionTypeNames: Readonly<Record<PollutionType, string>> = {
  water: '水',
  air: '大气',
  soil: '土壤',
  noise: '噪声',
  waste: '固体废物',
  ecology: '生态破坏',
  odour: '恶臭',
  other: '其他',
}
