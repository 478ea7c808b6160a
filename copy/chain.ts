import type { AcceptanceLevel, ClosingLevel } from '@/domain/task/acceptance'

export const levelNames: Readonly<Record<AcceptanceLevel, string>> = {
  county: '县级',
  trade: '行业主管部门',
  city: '市级',
  province: '省级',
}

export const closingLevelNames: Readonly<Record<ClosingLevel, string>> = {
  county: '县级销号',
  city: '市级销号',
  province: '省级销号',
  central: '国家销号',
}

export const chainWords = {
  title: '定验收单位',
  line: '从低到高逐级验收。最后一级不能是办这件事的单位。',
  levels: '哪几级验收',
  unitOf: (level: string) => `${level}验收单位`,
  unit: '选单位',
  search: '搜单位名称',
  noUnits: '没有这个名字的单位',
  recorded: '由市整改办录入省级意见',
  unnamed: '还没选单位',
  notIn: '不经过这一级',
  takeIn: '加上',
  leaveOut: '去掉',
  takeInLevel: (level: string) => `加上${level}验收`,
  leaveOutLevel: (level: string) => `去掉${level}验收`,
  closing: '由哪一级销号',
  official: '牵头领导',
  officialNobody: '先不定',
  needed: (level: string) => `请先选${level}验收单位`,
  noLevel: '请至少选一级',
  send: '定下来',
  sent: '验收单位已定',
}
