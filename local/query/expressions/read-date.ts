import { requestFailed } from '../../ground/cloud-error'
import { isoMidnight, midnight } from './calendar'
import { instantOf } from './date-zones'
import type { Zone } from './date-zones'

/** What a text says about a date. */
export interface DateText {
  year?: number
  month?: number
  day?: number
  isoYear?: number
  isoWeek?: number
  isoDay?: number
  hour?: number
  minute?: number
  second?: number
  millisecond?: number
  /** Minutes east of UTC, when the text names an offset or a zone. */
  offset?: number
  /** The zone's letters, when the text has such. */
  abbreviation?: string
}

export const parseError = (text: string, at: number, message: string) =>
  requestFailed(`Error parsing date string '${text}'; ${at}: ${message} '${text[at] ?? ''}'`)

/** Minutes east of UTC of the abbreviations people write. */
const ABBREVIATIONS: Record<string, number> = {
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
}

/** Military zones: A to M without J go east, N to Y west. */
function letterOffset(letter: string): number | null {
  const east = 'abcdefghiklm'.indexOf(letter)
  if (east >= 0) return (east + 1) * 60
  const west = 'nopqrstuvwxy'.indexOf(letter)
  if (west >= 0) return -(west + 1) * 60
  return letter === 'z' ? 0 : null
}

/**
 * Reads a zone at a position: `Z`, `GMT`, `+08:00`, `GMT+8`, `CEST`, a military letter.
 * @returns where it ends; null when there is none
 * @throws CloudError for an Olson name, which a text may not hold
 */
export function readZone(text: string, at: number, out: DateText): number | null {
  const match =
    /^\s*\(?(?:(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d{2}))?|([a-z]+(?:[/_][a-z_/]+)?))\)?/i.exec(
      text.slice(at),
    )
  if (!match) return null
  const [whole, sign, hours, minutes, name] = match
  if (name === undefined) {
    out.offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
    return at + whole.length
  }
  const lower = name.toLowerCase()
  const offset = lower.length === 1 ? letterOffset(lower) : ABBREVIATIONS[lower]
  if (offset === undefined || offset === null) {
    throw parseError(
      text,
      at + whole.length - name.length,
      'passing a time zone identifier as part of the string is not allowed',
    )
  }
  out.offset = offset
  out.abbreviation = name.toUpperCase()
  return at + whole.length
}

const invalid = (text: string) => parseError(text, text.length, 'The parsed date was invalid')

function dayOf(text: string, found: DateText): number {
  const { isoYear, isoWeek, isoDay, year, month, day } = found
  if (isoYear !== undefined) return isoMidnight(isoYear, isoWeek ?? 1, isoDay ?? 1)
  if (isoWeek !== undefined || isoDay !== undefined) throw invalid(text)
  if (year === undefined || month === undefined || day === undefined) {
    throw requestFailed(
      `an incomplete date/time string has been found, with elements missing: "${text}"`,
    )
  }
  const at = midnight(year, month, day)
  // The 31st of February is not carried over.
  if (new Date(at).getUTCDate() !== day || month < 1 || month > 12) throw invalid(text)
  return at
}

function checkNoZone(found: DateText): void {
  if (found.abbreviation !== undefined) {
    throw requestFailed(
      `you cannot pass in a date/time string with time zone information ('${found.abbreviation}') together with a timezone argument`,
    )
  }
  if (found.offset !== undefined) {
    throw requestFailed(
      'you cannot pass in a date/time string with GMT offset together with a timezone argument',
    )
  }
}

/**
 * The instant that a text names.
 * @param zone where its wall clock is, unless it names a zone itself
 * @throws CloudError when parts are missing or contradict each other
 */
export function resolveDate(text: string, found: DateText, zone: Zone): Date {
  const day = dayOf(text, found)
  if (!zone.utc) checkNoZone(found)
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = found
  if (hour > 24 || minute > 59 || second > 60)
    throw parseError(text, text.length, 'The parsed time was invalid')
  const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  const date = new Date(
    found.offset === undefined ? instantOf(local, zone) : local - found.offset * 60_000,
  )
  if (Number.isNaN(date.getTime())) throw invalid(text)
  return date
}
