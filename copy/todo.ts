import { counted } from './counted'
import { dueDay } from './moment'

export const todoWords = {
  actingFor: '现在代表',
  switch: '换身份',
  sentence: (overdue: number, today: number) => {
    const late = `${counted(overdue)}件超期`
    const now = `${counted(today)}件今天到期`
    if (overdue > 0 && today > 0) return `${late}，${now}`
    if (overdue > 0) return late
    if (today > 0) return now
    return '您要办的没有超期，也没有今天到期的'
  },
  othersOverdue: '别的单位超期的，在任务台账里看',
  overdue: '超期',
  today: '今天',
  week: '7天内',
  later: '以后',
  left: (days: number) => (days > 0 ? `还剩${days}天` : days === 0 ? '今天到期' : `超期${-days}天`),
  due: dueDay,
  risen: '整改办没有办',
  look: '查看',
  led: '我牵头的',
  onSite: '现场核查',
  onSiteLine: '没有网络也能打开',
  empty: '眼下没有要办的',
  emptyLine: '有新交办、要回复或快到期的，会在这里，也会通知您。',
  owesNothing: '这个身份没有限期要办的事。',
  more: '再看一些',
  reminders: '会在哪天提醒我',
  remindersEmpty: '近期没有要提醒的',
  remindersLine: '同意过接收通知，才能发到微信；没同意的，这里照样能看到。',
  tools: '常用',
  import: '导入清单',
  importLine: '读 Word、Excel、PDF、文本，对着原文核对',
  ledger: '任务台账',
  desk: '群众反映',
  objections: '公示异议',
  timelines: '商定时间',
  visits: '入企检查',
  callList: '电话提醒名单',
  repeats: '反弹和屡犯',
  people: '单位和人员',
  peopleLine: '谁有什么角色，邀请、停用',
  release: '公开审查',
  resident: '您现在是群众身份',
  residentLine: '单位、企业和村干部，请先换身份或用邀请码加入。',
  mine: '去“我的”换身份',
}

/** The bar on a wide screen: the tools in fewer words. */
export const officeBarWords = {
  todo: '待办',
  imports: '导入核对',
  ledger: '台账',
  desk: '群众反映',
  objections: '公示异议',
  timelines: '商定时间',
  visits: '入企检查',
  callList: '电话提醒',
  repeats: '反弹和屡犯',
  people: '单位和人员',
  switch: '换身份',
}
