import type { IsoDay } from '@/domain/calendar/day'
import type { Counts } from '@/domain/opinion/satisfaction'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { dayFrom } from './moment'

/** 办结前公示, as residents read it. */
export const noticeWords = {
  title: '办结前公示',
  days: (from: IsoDay, lastOn: IsoDay, today: IsoDay) =>
    `${dayFrom(today, from)}至${dayFrom(today, lastOn)}，10个工作日，放假和周末不算`,
  waiting: (from: IsoDay, today: IsoDay) =>
    `${dayFrom(today, from)}起公示。跨到的年份放假安排还没公布，公布后再定哪天满`,
  /** How it stands; how many days are left is not known while a calendar is awaited. */
  head: (daysLeft: number, lastOn: IsoDay | null) => {
    if (lastOn === null) return '公示中，等放假安排公布'
    return daysLeft > 0 ? `公示中，还剩${daysLeft}个工作日` : '公示已满'
  },
  running: '公示中',
  doers: '谁办的',
  doer: { lead: '牵头', responsible: '办理' },
  unitPhone: '电话',
  call: '打电话',
  none: '这件事现在没有公示',
  done: '做了什么',
  doneOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}完成`,
  allDone: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}全部完成`,
  checked: '谁查的',
  byPeople: (people: number, on: IsoDay, today: IsoDay) =>
    `${people}人，没有参与整改，${dayFrom(today, on)}通过`,
  villages: '村里怎么说',
  counts: ({ satisfied, half, unsatisfied }: Counts) =>
    `满意${satisfied}人，一半${half}人，不满意${unsatisfied}人`,
  few: '说看法的村民人数少，不列数',
  decision: '批准文号',
  say: '有意见，我要说',
  phone: '不会写可以打12345',
}

export const noticeLevels: Readonly<Record<AcceptanceLevel, string>> = {
  county: '县级',
  trade: '行业主管部门',
  city: '市级',
  province: '省级',
}
