import { daysBetween, type IsoDay } from '@/domain/calendar/day'
import { mostMatching } from '@/domain/release/matching'
import { dayFrom, dueDay, fullDay, movedDays, reopenedDays } from './moment'

const daysMoved = (isReopened: boolean) => (isReopened ? reopenedDays : movedDays)

/** Words of the public register, as a resident reads them. */
export const registerWords = {
  search: '搜村名、单位、问题',
  place: '地方',
  allPlaces: '全部地方',
  category: '类别',
  allCategories: '全部类别',
  state: '状态',
  allStates: '全部状态',
  clear: '清除筛选',
  count: (matching: number) => `${matching}项${matching < mostMatching ? '' : '以上'}`,
  byDeadline: '按期限先后',
  emptyTitle: '没有符合的任务',
  emptyLine: '您可以换个条件，或者直接反映。',
  nothingYet: '还没有公开的任务',
  nothingYetLine: '任务公开前要做保密审查和公开审查，做完就能在这里看到。',
  report: '反映环境问题',
  more: (left: number) => `再看${left}项`,
  villages: (names: readonly string[]) => `涉及${names.join('、')}`,
  leads: (name: string) => `${name}牵头`,
  overdue: (days: number) => `超期${days}天`,
  due: dueDay,
}

export const taskPageWords = {
  notice: (daysLeft: number) =>
    daysLeft > 0 ? `公示还剩${daysLeft}个工作日，看做了什么` : '看公示：做了什么，谁查的',
  noticeHead: '办结前公示',
  object: '觉得没整改到位，或者材料不实，公示期内可以提出异议。',
  title: '任务详情',
  /** On the card of who forwards it: what came of it, once it is closed. */
  forwarded: ({ state, title }: { readonly state: string; readonly title: string }) =>
    state === 'closed' ? `已办结：${title}` : title,
  who: '谁来办',
  lead: '谁牵头',
  deadline: '期限',
  movedWhole: (from: IsoDay, to: IsoDay, isReopened: boolean) =>
    daysMoved(isReopened)(fullDay(from), fullDay(to)),
  phone: '电话',
  call: '打电话',
  measures: '做什么',
  goals: '要达到',
  problem: '问题原文',
  history: '办理经过',
  sitesDone: (all: number) => `${all}处点位都已完成`,
  done: (day: IsoDay, today: IsoDay) => `${dayFrom(today, day)}完成`,
  dueBy: dueDay,
  moved: (from: IsoDay, to: IsoDay, isReopened: boolean, today: IsoDay) =>
    daysMoved(isReopened)(dayFrom(today, from), dayFrom(today, to)),
  left: (due: IsoDay, today: IsoDay) => {
    const days = daysBetween(today, due)
    return days >= 0 ? `还有${days}天` : `已过${-days}天`
  },
  report: '反映这项任务的问题',
  lookedAtAgain: '以后还会回头看，不提前说。又反弹了，按原编号重新整改。',
  relapse: '又反弹了，反映一下',
  noticeDays: (from: IsoDay, lastOn: IsoDay | null, today: IsoDay) =>
    lastOn ? `${dayFrom(today, from)}至${dayFrom(today, lastOn)}` : `${dayFrom(today, from)}起`,
  decision: (number: string) => `批准文号${number}`,
  villages: '村里怎么说',
  opinionsAnswered: '村里的看法已汇总，不满意的已书面答复',
  recheck: '回头看',
  rechecked: (relapsed: boolean) => (relapsed ? '又反弹了' : '没有反弹'),
  speak: '说说您的看法',
  number: (number: string, upper: string | null) =>
    upper ? `编号：第${number}项（上级方案第${upper}项）` : `编号：第${number}项`,
  released: (day: IsoDay, today: IsoDay) => `${dayFrom(today, day)}公开，公开前经两人审查。`,
}
