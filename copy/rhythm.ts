import type { IsoDay } from '@/domain/calendar/day'
import { fullDay } from './moment'

const usual: Readonly<Record<number, string>> = { 1: '每月', 3: '每季度', 6: '每半年', 12: '每年' }

/** What comes again and again: how often, shown and decided. */
export const rhythmWords = {
  next: '下一次到哪天',
  label: '每几个月一次',
  hint: '清单没写多久一次，由您定。不填就是每年一次。',
  wrong: '请填1到60的整数',
  head: '多久一次',
  whole: '整项任务',
  change: '改多久一次',
  changeOf: (measure: string) => `改多久一次：${measure}`,
  changeLine: '下一次的日子不变，再往后按新的算。',
  months: '改成每几个月一次',
  monthsNeeded: '请先填每几个月一次',
  reason: '为什么改',
  reasonNeeded: '请先写为什么改',
  changed: '已改',
  often: (months: number, nextOn: IsoDay | null) =>
    [`${usual[months] ?? `每${months}个月`}一次`, nextOn && `下一次${fullDay(nextOn)}`]
      .filter(Boolean)
      .join('，'),
}
