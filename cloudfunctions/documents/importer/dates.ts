import {
  type DateDraft,
  dateForms,
  type PrintedDate,
  partOfMonth,
  wholeDay,
  type YearContext,
} from './date-forms'

export type { PrintedDate, YearContext } from './date-forms'

/** All forms as one search; which of them it was is asked at the place that was found. */
const anyForm = new RegExp(
  dateForms.map(({ print }) => print.replace(/\(\?<\w+>/g, '(?:')).join('|'),
  'g',
)
const forms = dateForms.map((form) => ({ ...form, at: new RegExp(form.print, 'y') }))

/** Gives a date without a year the year that stands before it in the same phrase. */
export function withYear(date: PrintedDate, y: number): PrintedDate {
  if (!date.yearless) return date
  const { month, day, part } = date.yearless
  const draft: DateDraft =
    day === null
      ? partOfMonth(y, month, part ?? (date.atEnd ? '底' : undefined))
      : wholeDay(y, month, day)
  return { ...draft, start: date.start, end: date.end, precision: date.precision }
}

/**
 * Every date in `folded` between two offsets, in order, in the forms of `date-forms`.
 * @param context what stands for years that are not printed; ISO days of the Beijing calendar
 */
export function findDates(
  folded: string,
  from: number,
  to: number,
  context: YearContext,
): PrintedDate[] {
  const text = folded.slice(from, to)
  const dates: PrintedDate[] = []
  for (const { index } of text.matchAll(anyForm)) {
    for (const { at, read } of forms) {
      at.lastIndex = index
      const found = at.exec(text)
      if (!found) continue
      const draft = read(found.groups ?? {}, context, dates[dates.length - 1])
      dates.push({ ...draft, start: from + index, end: from + index + found[0].length })
      break
    }
  }
  return dates
}
