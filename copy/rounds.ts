import type { IsoDay } from '@/domain/calendar/day'
import type { RoundKind, RoundLevel } from '@/domain/import/round'
import { dayFrom, dueDay, fullDay } from './moment'

export const roundLevelNames: Readonly<Record<RoundLevel, string>> = {
  central: '中央督察',
  provincial: '省级督察',
}

export const roundKindNames: Readonly<Record<RoundKind, string>> = {
  inspection: '督察',
  lookBack: '回头看',
  special: '专项',
}

/** 督察轮次. */
export const roundWords = {
  title: '督察轮次',
  start: '登记一轮',
  empty: '还没有登记督察轮次',
  emptyLine: '登记反馈日期和应有几项，清单导进来就能对数；验收单位只用定一次。',
  named: '清单里写着，还没登记',
  register: '登记',
  feedback: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}反馈`,
  counts: (expected: number | null, listed: number | null) => {
    if (listed === null)
      return expected === null ? '还没导入清单' : `应有${expected}项，还没导入清单`
    return expected === null ? `清单${listed}项` : `应有${expected}项，清单${listed}项`
  },
  differs: '数目不相符，请核对清单',
  plan: (on: IsoDay, today: IsoDay, provisional: boolean) =>
    `全市方案${dueDay(on, today, provisional)}报出`,
  planDone: (on: IsoDay) => `全市方案${fullDay(on)}已报出`,
  noticeFirst: '验收前先公示',
  city: '市里登记的，区县只看',
}

export const roundFormWords = {
  newTitle: '登记一轮督察',
  changeTitle: '改督察轮次',
  line: '改了以后，验收单位对还没交办的任务起作用，公示要求对以后自查的任务起作用。每次改动都记在案。',
  name: '这一轮叫什么',
  namePlaceholder: '例如：省督察反馈意见整改',
  nameHint: '和导入清单时写的一样，清单才归到这一轮。登记后不能改。',
  nameNeeded: '请先写这一轮叫什么',
  level: '哪一级督察',
  levelNeeded: '请先选哪一级督察',
  kind: '哪一类',
  kindNeeded: '请先选哪一类',
  feedbackOn: '哪天反馈的',
  feedbackNeeded: '请先选哪天反馈的',
  choose: '选日期',
  shown: fullDay,
  planHandedIn: '全市方案哪天报出的（还没报的不填）',
  expected: '清单应有几项（可不填）',
  expectedHint: '导入时和读出的项数比一比',
  expectedWrong: '请填1到1000的整数',
  noticeFirst: '申请验收前要不要先公示',
  noticeFirstYes: '要先公示',
  noticeFirstNo: '不用',
  chain: '由哪几级验收（可不选）',
  chainLine: '各县不一样的，单位先空着，交办后逐项定。',
  closing: '由哪一级销号',
  register: '登记',
  registered: '已登记',
  change: '保存',
  changed: '已保存',
}
