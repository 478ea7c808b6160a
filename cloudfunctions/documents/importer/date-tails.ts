import { dayNumber, eveOf, isoOf, monthsLater, workingDaysLater } from './calendar'
import type { PrintedDate } from './date-forms'
import { type DeadlineContext, openSign, plainSign, type Sign } from './deadline-signs'
import { seasons } from './deadline-phrases'
import { readNumeral } from '@/domain/import/numeral'

/** What may stand behind a date and changes what it says. */
export interface TailForm {
  name: string
  /** At the end of the date. */
  pattern: RegExp
  /** `none` where the date sets no deadline at all. */
  read: (
    date: PrintedDate,
    found: RegExpExecArray,
    context: DeadlineContext,
  ) => Sign | 'none' | null
}

const count = '(\\d+|[一二两三四五六七八九十]+)'
const unit = '(个?工作日|个?自然日|日|天|个?周|个?星期|个?月|年)'

function counted(
  date: PrintedDate,
  found: RegExpExecArray,
  context: DeadlineContext,
  sign: 1 | -1,
): Sign | null {
  const number = readNumeral(found[1] ?? '')
  const words = found[2] ?? ''
  if (number === null || date.precision !== 'day') return null
  const [start, end] = [date.start, date.end + found[0].length]
  const from = date.days?.last
  if (from === undefined) return openSign(start, end, '起算的日期不确定。')
  const many = sign * number
  const day = /工作日/.test(words)
    ? workingDaysLater(from, many, context.isWorkingDay)
    : /月/.test(words)
      ? monthsLater(from, many)
      : /年/.test(words)
        ? monthsLater(from, many * 12)
        : isoOf(dayNumber(from) + many * (/周|星期/.test(words) ? 7 : 1))
  if (day === null) return openSign(start, end, '按工作日起算,请对照工作日历。')
  return { ...plainSign('fixed', start, end), days: [day] }
}

const open = (
  date: PrintedDate,
  found: RegExpExecArray,
  { inline }: DeadlineContext,
): Sign | 'none' => {
  const words = found[0].trim()
  // 2024年春季,… in a measure says when something is done, and sets no limit.
  if (inline && !/前$/.test(words)) return 'none'
  const year = Number(date.days?.last.slice(0, 4))
  const eve = date.precision === 'year' ? eveOf(words, year) : null
  const end = date.end + found[0].length
  return openSign(date.start, end, `“${words}”没有写明是哪一天。`, eve === null ? [] : [eve])
}

/** Words behind a year that only say that something is done within it. */
const withinYear =
  '完成|全面|基本|全部|力争|确保|如期|按期|年底|实现|达到|达标|取得|建成|整改|治理|整治|办结|销号|通过|投[产运入用]|开工|竣工|启动|全年|内|底|末|初|之?前|以前|止|起|至|到|或|和|及|与|度'

/** In order; the first that fits is taken. */
const tailForms: readonly TailForm[] = [
  {
    name: '自2020年6月5日起30日内, 2021年2月5日后10个工作日内',
    pattern: new RegExp(
      `^(?:之日)?(?:起算?|起计|后|之后|以后|开始)(?:的|,)?${count}${unit}(?:之?内|以内)?`,
    ),
    read: (date, found, context) => counted(date, found, context, 1),
  },
  {
    name: '2021年5月7日前5个工作日',
    pattern: new RegExp(`^(?:之?前|以前)(?:的)?${count}${unit}`),
    read: (date, found, context) => counted(date, found, context, -1),
  },
  {
    name: '2020年汛期前, 2020年6月汛期前: no day of the calendar',
    pattern: new RegExp(
      `^(?:的)?["'“‘]?(?:${seasons})["'”’]?(?:假期)?(?:来临|到来|召开)?(?:之?前|以前|期间|结束|后)?`,
    ),
    read: open,
  },
  {
    name: '2020年某某前: a year with anything that is no date behind it',
    pattern: new RegExp(`^(?!${withinYear})["'‘“]?[\\u4e00-\\u9fff“”‘’"']{1,12}`),
    read: (date, found, context) =>
      date.precision !== 'year' || date.atEnd || context.inline ? null : open(date, found, context),
  },
  {
    name: '2020年6月起: where it begins',
    pattern: /^\s*(?:起(?!至|到)|以来|开始|启动)/,
    read: () => 'none',
  },
]

const done = /(?:已|已经|业已)(?:于|在)?$/
const doneWords = /^[^,。;]{0,8}?(?:完成|整改|办结|销号|达标|停产|拆除|关闭|建成|到位)/

/** 已于2020年6月完成 tells what was done. */
const isDone = (text: string, date: PrintedDate): boolean =>
  done.test(text.slice(Math.max(0, date.start - 4), date.start)) &&
  doneWords.test(text.slice(date.end, date.end + 16))

/** What the words behind a date make of it; null when they leave it as it is. */
export function tailOf(
  text: string,
  date: PrintedDate,
  context: DeadlineContext,
): Sign | 'none' | null {
  if (isDone(text, date)) return 'none'
  const rest = text.slice(date.end, date.end + 24)
  for (const { pattern, read } of tailForms) {
    const found = pattern.exec(rest)
    const sign = found && read(date, found, context)
    if (sign) return sign
  }
  return null
}
