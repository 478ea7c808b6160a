import { requestFailed } from '../../ground/cloud-error'

/** A time zone: what has to be added to UTC at an instant. Both are in milliseconds. */
export interface Zone {
  utc: boolean
  offsetAt: (instant: number) => number
}

export const UTC: Zone = { utc: true, offsetAt: () => 0 }

const DAY = 86_400_000
const QUARTER = 15 * 60_000
/** The last instant that a date can hold. */
const LATEST = 8.64e15
const MOST_REMEMBERED = 50_000

/** Offset at an instant by the time-zone data of the runtime. */
function lookUp(format: Intl.DateTimeFormat, wanted: number): number {
  // Times beyond what a date can hold are refused by whoever makes a date of them.
  const instant = Math.min(Math.max(wanted, -LATEST), LATEST)
  if (Number.isNaN(instant)) return 0
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const local = new Date(0)
  local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
  return local.getTime() - Math.floor(instant / 1000) * 1000
}

function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const ask = remembering((instant) => lookUp(format, instant))
  return {
    utc: false,
    offsetAt: (instant) => {
      const day = Math.floor(instant / DAY)
      const offset = ask(day * DAY)
      // A day that begins and ends with the same offset has it all day.
      if (ask((day + 1) * DAY) === offset) return offset
      return ask(Math.floor(instant / QUARTER) * QUARTER)
    },
  }
}

/** Asking the runtime for an offset takes many microseconds; offsets change on quarter hours only. */
function remembering(ask: (instant: number) => number): (instant: number) => number {
  const known = new Map<number, number>()
  return (instant) => {
    let offset = known.get(instant)
    if (offset === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear()
      offset = ask(instant)
      known.set(instant, offset)
    }
    return offset
  }
}

function fixedZone(text: string): Zone | null {
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text)
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  const offset = (match[1] === '-' ? -1 : 1) * minutes * 60_000
  return { utc: false, offsetAt: () => offset }
}

const zones = new Map<string, Zone>([
  ['UTC', UTC],
  ['GMT', UTC],
])

/**
 * A zone by its Olson name, or by an offset such as `+08`, `+0800`, `+08:00`.
 * @throws CloudError for anything else
 */
export function zoneOf(text: string): Zone {
  const known = zones.get(text)
  if (known) return known
  let zone = fixedZone(text)
  // Names are spelled with capitals; the runtime would take them in any case.
  if (!zone && /^[A-Z]/.test(text)) {
    try {
      zone = namedZone(text)
    } catch {
      zone = null
    }
  }
  if (!zone) throw requestFailed(`unrecognized time zone identifier: "${text}"`)
  if (zones.size < 1000) zones.set(text, zone)
  return zone
}

/** When the offset changed between two instants with different offsets. */
function transitionBetween(zone: Zone, before: number, after: number): number {
  const old = zone.offsetAt(before)
  let low = before
  let high = after
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offsetAt(middle) === old) low = middle
    else high = middle
  }
  return Math.ceil(high / 1000) * 1000
}

/**
 * The instant of a wall-clock time, given as if it were UTC. An hour that occurs twice means the first time;
 * one that is skipped is counted on with the offset before the change.
 */
export function instantOf(local: number, zone: Zone): number {
  const guess = zone.offsetAt(local)
  const offset = zone.offsetAt(local - guess)
  if (guess === offset) return local - guess
  if (local < local - guess) {
    const transition = transitionBetween(zone, local, local - guess)
    const instant = local - offset
    const skipped = instant >= transition + (guess - offset) && instant < transition
    return local - (skipped ? guess : offset)
  }
  return local - offset
}
