import { isKeyOf } from '@/domain/known'
import type { Period } from '@/domain/task/deadline'

const digits = '〇一二三四五六七八九'
const units = { 工作日: 'workingDay', 日: 'day', 天: 'day', 月: 'month', 年: 'year' } as const
const printed =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?\s*(工作日|日|天|月|年)(?:之内|以内|内)/

/** 三, 十, 十五, 二十, 三十五; what is no such number gives 0. */
const spoken = (text: string): number => {
  const [tens, ones, ...more] = text.replace('两', '二').split('十')
  if (more.length > 0 || tens === undefined) return 0
  if (ones === undefined) return tens.length === 1 ? digits.indexOf(tens) : 0
  const ten = tens === '' ? 1 : digits.indexOf(tens)
  return ten * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/** The period that a list prints behind an event, e.g. 方案批复后6个月内; null where a person has to read it. */
export const printedPeriod = (text: string): Period | null => {
  const [, number = '', unit = ''] = printed.exec(text) ?? []
  const count = /^\d/.test(number) ? Number(number) : spoken(number)
  return count > 0 && isKeyOf(units, unit) ? { count, unit: units[unit] } : null
}
