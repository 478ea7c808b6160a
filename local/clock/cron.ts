/** Timers run in Beijing time, which knows no summer time. */
const BEIJING = 8 * 3_600_000
const DAY = 86_400_000

export class CronError extends Error {}

interface Field {
  values: Set<number>
  /** `*` or `?`: says nothing, which matters for day and week. */
  any: boolean
}

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

const LIMITS: ReadonlyArray<readonly [name: string, low: number, high: number]> = [
  ['second', 0, 59],
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day', 1, 31],
  ['month', 1, 12],
  ['week', 0, 6],
  ['year', 1970, 2099],
]

function readValue(text: string, name: string): number {
  const names = name === 'week' ? WEEKDAYS : name === 'month' ? MONTHS : []
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return name === 'month' ? named + 1 : named
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function readField(text: string, [name, low, high]: readonly [string, number, number]): Field {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [span = '', stepText] = part.split('/')
    const step = stepText === undefined ? 1 : Number(stepText)
    const whole = span === '*' || span === '?'
    const [fromText = '', toText] = span.split('-')
    const from = whole ? low : readValue(fromText, name)
    const to =
      whole || (stepText !== undefined && toText === undefined)
        ? high
        : toText === undefined
          ? from
          : readValue(toText, name)
    if (!Number.isInteger(step) || step < 1 || !(from >= low && to <= high && from <= to)) {
      throw new CronError(`"${text}" is no valid ${name} (${low}-${high})`)
    }
    for (let value = from; value <= to; value += step) values.add(value)
  }
  return { values, any: text === '*' || text === '?' }
}

/** A timer's times: `second minute hour day month week year` in Beijing time, as CloudBase writes them. */
export class Cron {
  private readonly fields: Field[]

  /** @throws CronError naming the field that is wrong */
  constructor(readonly text: string) {
    const parts = text.trim().split(/\s+/)
    if (parts.length !== 7)
      throw new CronError(`"${text}" must have 7 fields: second minute hour day month week year`)
    this.fields = parts.map((part, i) =>
      readField(part, LIMITS[i] as readonly [string, number, number]),
    )
  }

  /**
   * The first time after `after`, or null when there is none.
   * @param after epoch ms
   * @returns epoch ms of a whole second
   */
  next(after: number): number | null {
    const [second, minute, hour] = this.fields as [Field, Field, Field, Field, Field, Field, Field]
    const start = Math.floor(after / 1000) * 1000 + 1000 + BEIJING
    let day = Math.floor(start / DAY) * DAY
    let earliest = start - day
    // A day in 40 years at the most: 29 February on a named weekday.
    for (let tries = 0; tries < 366 * 41; tries++, day += DAY, earliest = 0) {
      if (!this.matchesDay(day)) continue
      const time = firstTime(hour.values, minute.values, second.values, earliest)
      if (time !== null) return day + time - BEIJING
    }
    return null
  }

  private matchesDay(day: number): boolean {
    const date = new Date(day)
    const [, , , days, months, weeks, years] = this.fields as [
      Field,
      Field,
      Field,
      Field,
      Field,
      Field,
      Field,
    ]
    if (!months.values.has(date.getUTCMonth() + 1) || !years.values.has(date.getUTCFullYear()))
      return false
    const onDay = days.values.has(date.getUTCDate())
    const onWeek = weeks.values.has(date.getUTCDay())
    // When both are named either is enough, as Tencent's documents say.
    return days.any || weeks.any ? onDay && onWeek : onDay || onWeek
  }
}

function firstTime(
  hours: Set<number>,
  minutes: Set<number>,
  seconds: Set<number>,
  earliest: number,
): number | null {
  for (let hour = Math.floor(earliest / 3_600_000); hour < 24; hour++) {
    if (!hours.has(hour)) continue
    for (let minute = 0; minute < 60; minute++) {
      const base = hour * 3_600_000 + minute * 60_000
      if (!minutes.has(minute) || base + 59_999 < earliest) continue
      for (let second = 0; second < 60; second++) {
        if (seconds.has(second) && base + second * 1000 >= earliest) return base + second * 1000
      }
    }
  }
  return null
}
