import type { IsoDay } from '@/domain/calendar/day'
import type { Standard } from '@/domain/task/cycle'
import type { AcceptanceLevel, ClosingLevel } from '@/domain/task/acceptance'
import type { TaskEvent } from '@/domain/task/workflow'
import { dayFrom } from './moment'

export const standardNames: Readonly<Record<Standard, string>> = {
  measuresDone: '措施都做完了',
  violationsPunished: '违法的已处理',
  normsMet: '达到法律和标准要求',
  likeProblemsDone: '同样的问题一起改',
  treatedAtSource: '从源头管住，能长久',
}

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

/** A step that somebody is waiting to take, after 还不能. */
export const stepNames: Readonly<Partial<Record<TaskEvent, string>>> = {
  selfCheck: '自查',
  requestCloseOut: '申请验收',
}

/** 办结: self-check, request and the chain on the task's page. */
export const closeOutWords = {
  head: '验收和办结',
  cycle: (ordinal: number) => `第${ordinal}轮`,
  earlier: '已作废，只供查看',
  missing: (step: string, why: string) => `还不能${step}：${why}`,
  chain: '验收链',
  unnamed: '还没定',
  province: '由省级验收，市整改办录入',
  changeChain: '定验收单位',
  selfCheck: '办结前自查',
  selfChecked: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}自查`,
  signedByLeader: '单位负责人已签',
  signedOnPaper: (number: string) => `负责人签字件${number}`,
  requestCloseOut: '申请验收',
  requested: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}申请验收`,
  report: (number: string) => `报告${number}`,
  reportLabel: '验收申请报告的文号',
  reportLine: '申请后按验收链逐级验收，第一级验收前可以撤回。',
  reportNeeded: '请先填报告的文号',
  requestSent: '已申请验收',
  withdraw: '撤回',
  withdrawTitle: '撤回这一步？',
  withdrawLine: '撤回后可以改了再报，以前报的留在办理经过里。',
  withdrawn: '已撤回',
}

export const selfCheckWords = {
  title: '办结前自查',
  ready: '全部完成，可以自查',
  parts: '措施和证据',
  partsDone: (count: number) => `${count}项都有证据`,
  standards: '五条标准',
  each: '每条写一句',
  word: (standard: string) => `${standard}：写一句`,
  wordNeeded: (standard: string) => `请先写：${standard}`,
  sign: '负责人签字',
  signOffNumber: '负责人签字件的文号',
  signByLeader: '您是负责人，报送就是签字，文号可以不填',
  signByStaff: '由经办报送的，填负责人签字盖章件的文号',
  signNeeded: '请先填负责人签字件的文号',
  send: '自查完成，报送',
  sent: '自查已报送',
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
  needed: (level: string) => `请先选${level}验收单位`,
  noLevel: '请至少选一级',
  send: '定下来',
  sent: '验收单位已定',
}
