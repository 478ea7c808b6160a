import { dayOfMonth, type IsoDay, monthOf, weekdayOf } from '@/domain/calendar/day'
import { monthDay } from './moment'

interface Day {
  readonly on: IsoDay
  readonly worked: boolean
  readonly nth: number | null
}

/** What a day that does not count is; a weekend that is worked is a make-up day. */
const kindOf = ({ on, worked, nth }: Day, today: IsoDay): string => {
  if (nth !== null) return `第${nth}天`
  if (on === today) return '今天'
  if (worked) return ''
  return weekdayOf(on) < 6 ? '放假' : '周末'
}

const isMakeUp = ({ on, worked }: Day): boolean => worked && weekdayOf(on) > 5

/** The drawn days of a notice. */
export const noticeDaysWords = {
  period: (from: IsoDay, to: IsoDay | null) =>
    to === null ? `公示期：${monthDay(from)}起` : `公示期：${monthDay(from)}至${monthDay(to)}`,
  periodIfToday: (from: IsoDay, to: IsoDay | null) =>
    to === null ? `今天公示：${monthDay(from)}起` : `今天公示：${monthDay(from)}至${monthDay(to)}`,
  workingDays: (days: number) => `${days}个工作日`,
  unpublished: '跨到的年份放假安排还没公布，公布后再定哪天满。下面是按周末先数的。',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  dayName: (day: Day) => {
    const written = dayOfMonth(day.on) === 1 ? `${monthOf(day.on)}/1` : String(dayOfMonth(day.on))
    return isMakeUp(day) ? `${written}补班` : written
  },
  dayKind: kindOf,
  dayLabel: (day: Day, today: IsoDay) =>
    [monthDay(day.on), isMakeUp(day) ? '补班' : '', kindOf(day, today)].filter(Boolean).join('，'),
}
