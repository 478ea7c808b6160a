import { parseError, readZone } from './read-date'
import type { DateText } from './read-date'

type Field =
  'year' | 'month' | 'day' | 'isoYear' | 'isoWeek' | 'isoDay' | 'hour' | 'minute' | 'second'

interface NumberSpecifier {
  field: Field
  digits: RegExp
  message: string
}

const NUMBERS: Record<string, NumberSpecifier> = {
  Y: { field: 'year', digits: /^\d{1,4}/, message: 'A four digit year could not be found' },
  m: { field: 'month', digits: /^\d{1,2}/, message: 'A two digit month could not be found' },
  d: { field: 'day', digits: /^\d{1,2}/, message: 'A two digit day could not be found' },
  G: { field: 'isoYear', digits: /^\d{1,4}/, message: 'A four digit ISO year could not be found' },
  V: { field: 'isoWeek', digits: /^\d{1,2}/, message: 'A two digit ISO week could not be found' },
  u: { field: 'isoDay', digits: /^\d/, message: 'A single digit day of week could not be found' },
  H: { field: 'hour', digits: /^\d{1,2}/, message: 'A two digit hour could not be found' },
  M: { field: 'minute', digits: /^\d{2}/, message: 'A two digit minute could not be found' },
  S: { field: 'second', digits: /^\d{2}/, message: 'A two digit second could not be found' },
}

/** Whether `%letter` may stand in a format for reading dates. */
export const isReadSpecifier = (letter: string): boolean =>
  Object.hasOwn(NUMBERS, letter) || ['%', 'L', 'z', 'Z'].includes(letter)

function readLiteral(text: string, at: number, wanted: string): number {
  if (text[at] !== wanted) throw parseError(text, at, 'Format literal not found')
  return at + 1
}

function readMinutes(text: string, at: number, out: DateText): number {
  const match = /^[+-]?\d{1,4}/.exec(text.slice(at))
  if (!match) throw parseError(text, at, 'The timezone offset in minutes could not be found')
  out.offset = Number(match[0])
  return at + match[0].length
}

function readSpecifier(letter: string, text: string, at: number, out: DateText): number {
  const rest = text.slice(at)
  const specifier = NUMBERS[letter]
  if (specifier) {
    const match = specifier.digits.exec(rest)
    if (!match) throw parseError(text, at, specifier.message)
    out[specifier.field] = Number(match[0])
    return at + match[0].length
  }
  if (letter === 'L') {
    const match = /^\d{1,3}/.exec(rest)
    if (!match) throw parseError(text, at, 'A three digit millisecond could not be found')
    // ".8" is 800 milliseconds.
    out.millisecond = Number(match[0].padEnd(3, '0'))
    return at + match[0].length
  }
  if (letter === 'Z') return readMinutes(text, at, out)
  if (letter === 'z') {
    const end = readZone(text, at, out)
    if (end === null) throw parseError(text, at, 'The timezone could not be found in the database')
    return end
  }
  return readLiteral(text, at, '%')
}

/**
 * Reads a date by a format.
 * @throws CloudError naming the place where text and format part
 */
export function readDateByFormat(text: string, format: string): DateText {
  const out: DateText = {}
  let at = 0
  for (let i = 0; i < format.length; i++) {
    if (at >= text.length) throw parseError(text, at, 'Data missing')
    const letter = format[i] as string
    if (letter !== '%') at = readLiteral(text, at, letter)
    else {
      i += 1
      at = readSpecifier(format[i] as string, text, at, out)
    }
  }
  if (at < text.length) throw parseError(text, at, 'Trailing data')
  const natural = out.year ?? out.month ?? out.day
  const iso = out.isoYear ?? out.isoWeek ?? out.isoDay
  if (natural !== undefined && iso !== undefined)
    throw parseError(text, at, 'Mixing of ISO dates with natural dates is not allowed')
  return out
}
