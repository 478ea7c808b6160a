import { parseError, readZone } from './read-date'
import type { DateText } from './read-date'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Two digits mean 1970 to 2069. */
const fullYear = (digits: string) => {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

type Form = readonly [pattern: RegExp, read: (parts: string[]) => DateText]

const form = (source: string, read: (parts: string[]) => DateText): Form => [
  new RegExp(`^${source}`, 'i'),
  read,
]

const numbers = (year: string, month: string, day: string): DateText => ({
  year: fullYear(year),
  month: Number(month),
  day: Number(day),
})

/** The ways to write a day that are understood, more specific ones first. */
const DAYS: readonly Form[] = [
  form('(\\d{4})-?W(\\d{2})(?:-?([0-7]))?(?!\\d)', ([year = '', week = '', day]) => ({
    isoYear: Number(year),
    isoWeek: Number(week),
    isoDay: Number(day ?? 1),
  })),
  form('(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)', ([y = '', m = '', d = '']) => numbers(y, m, d)),
  form('(\\d{4})/(\\d{1,2})/(\\d{1,2})(?!\\d)', ([y = '', m = '', d = '']) => numbers(y, m, d)),
  form('(\\d{4})(\\d{2})(\\d{2})(?=$|t|\\s)', ([y = '', m = '', d = '']) => numbers(y, m, d)),
  form('(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?!\\d)', ([m = '', d = '', y = '']) =>
    numbers(y, m, d),
  ),
  form('(\\d{1,2})[-.](\\d{1,2})[-.](\\d{4})(?!\\d)', ([d = '', m = '', y = '']) =>
    numbers(y, m, d),
  ),
  form('(\\d{4})-?(\\d{3})(?=$|t|\\s)', ([year = '', day = '']) => {
    const date = new Date(0)
    date.setUTCFullYear(Number(year), 0, Number(day))
    return { year: Number(year), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  }),
  form(`(\\d{4})-?${MONTH}-?(\\d{1,2})(?!\\d)`, ([year = '', month = '', day = '']) => ({
    ...numbers(year, '0', day),
    month: monthOf(month),
  })),
  form(
    `${MONTH}[ .\\t-]*(\\d{1,2})(?:st|nd|rd|th)?[,.\\s]+(\\d{4})(?!\\d)`,
    ([month = '', day = '', year = '']) => ({ ...numbers(year, '0', day), month: monthOf(month) }),
  ),
  form(
    `(\\d{1,2})(?:st|nd|rd|th)?[ .\\t-]*${MONTH}[ .,\\t-]*(\\d{4})(?!\\d)`,
    ([day = '', month = '', year = '']) => ({ ...numbers(year, '0', day), month: monthOf(month) }),
  ),
  form(`${MONTH}[ .\\t-]*(\\d{4})(?!\\d)`, ([month = '', year = '']) => ({
    year: Number(year),
    month: monthOf(month),
    day: 1,
  })),
  form(`${MONTH}[ .\\t-]*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, ([month = '', day = '']) => ({
    month: monthOf(month),
    day: Number(day),
  })),
  form('(\\d{4})-(\\d{2})(?=$|\\s)', ([year = '', month = '']) => numbers(year, month, '1')),
]

const hourOf = (digits: string, half: string | undefined) => {
  const hour = Number(digits)
  if (half === undefined) return hour
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

const fraction = (digits: string | undefined) => Number((digits ?? '').slice(0, 3).padEnd(3, '0'))

const TIMES: readonly Form[] = [
  form('t?(noon)', () => ({ hour: 12 })),
  form('(midnight)', () => ({ hour: 0 })),
  form('t?(\\d{1,2})\\s*([ap])\\.?m\\.?(?![a-z])', ([hour = '', half]) => ({
    hour: hourOf(hour, half),
  })),
  form(
    't?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,:](\\d+))?)?(?:\\s*([ap])\\.?m\\.?(?![a-z]))?',
    ([hour = '', minute, second, part, half]) => ({
      hour: hourOf(hour, half),
      minute: Number(minute),
      second: Number(second ?? 0),
      millisecond: fraction(part),
    }),
  ),
  form('t(\\d{2})(\\d{2})(\\d{2})?(?:[.,](\\d+))?', ([hour, minute, second, part]) => ({
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: fraction(part),
  })),
]

function readForm(forms: readonly Form[], text: string, at: number, out: DateText): number {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text.slice(at))
    if (!match) continue
    Object.assign(out, read(match.slice(1)))
    return at + match[0].length
  }
  return at
}

const skipBlanks = (text: string, at: number) =>
  at + (/^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0)

/**
 * Reads a date as people write it: ISO 8601 in its forms, `July 4th, 2017 11am`, `7/4/17`, `04.07.2017`.
 * @throws CloudError naming the place that is not understood
 */
export function readDateText(text: string): DateText {
  const out: DateText = {}
  const seconds = /^@(-?\d+)$/.exec(text.trim())
  if (seconds)
    return {
      year: 1970,
      month: 1,
      day: 1,
      second: 0,
      millisecond: Number(seconds[1]) * 1000,
      offset: 0,
    }
  let at = skipBlanks(text, 0)
  at +=
    /^(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?[,.\s]+/i.exec(
      text.slice(at),
    )?.[0].length ?? 0
  const afterDay = readForm(DAYS, text, at, out)
  const hasDay = afterDay > at
  at = skipBlanks(text, afterDay)
  const afterTime = readForm(TIMES, text, at, out)
  const hasTime = afterTime > at
  at = afterTime
  if (!hasDay && !hasTime) throw parseError(text, at, 'Unexpected character')
  if (at < text.length) {
    // A zone without a time of day is taken for text that does not belong there.
    const end = hasTime ? readZone(text, at, out) : null
    at = skipBlanks(text, end ?? at)
  }
  if (at < text.length) throw parseError(text, at, 'Unexpected character')
  return out
}
