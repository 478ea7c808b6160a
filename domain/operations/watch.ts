/**
 * What the operator watches: counts a day, and the alarms that follow from them. Names codes,
 * functions and templates, never a person or a thing.
 */
import { beijingDay, type IsoDay } from '../calendar/day'

/**
 * `error` a refusal or failure by its code; `send` WeChat's answer to a message by its errcode;
 * `timer` a run that came to its end; `storage` bytes in files, measured once a day; `alarm` one that
 * somebody was told of.
 */
export const watchKinds = ['error', 'send', 'timer', 'storage', 'alarm'] as const
export type WatchKind = (typeof watchKinds)[number]

export interface WatchRow {
  readonly on: IsoDay
  readonly kind: WatchKind
  /** Function that counted. */
  readonly functionName: string
  /** Code, errcode (`0` for sent, `none` without an answer), or what is measured. */
  readonly name: string
  /** Template of a message; null otherwise. */
  readonly template: string | null
  readonly count: number
  /** Epoch milliseconds of the last one. */
  readonly lastAt: number
}

/** So many days are looked at. */
export const daysWatched = 7

/** Waiting notices and messages are counted no further: what matters is that so many wait. */
export const mostWaiting = 40

/** How often each timer fires, in minutes, as `cloudbaserc.json` says. */
export const timers: Readonly<Record<string, number>> = {
  task: 60,
  feedback: 60,
  enterprise: 60,
  notifier: 10,
}

/** A run may be late by another whole turn before somebody is asked to look. */
const turnsUntilLate = 2
const minuteMs = 60_000

export const alarmKinds = [
  'credentials', // app id, secret or token refused: nothing goes out
  'addressNotAllowed', // the function's outgoing address is not on the list: nothing goes out
  'quotaUsed', // the day's quota of an interface is used up
  'templateUnknown', // WeChat does not know this template id
  'timerLate', // a timer did not run
] as const
export type AlarmKind = (typeof alarmKinds)[number]

export interface Alarm {
  readonly kind: AlarmKind
  /** Function or template that it is about; null for all. */
  readonly about: string | null
  /** Epoch milliseconds of the last sign; null for a timer that never ran. */
  readonly lastAt: number | null
}

/** WeChat's codes that somebody has to act on (platform facts, "Subscription messages"). */
const alarmOf: Readonly<Record<string, AlarmKind>> = {
  40001: 'credentials',
  40013: 'credentials',
  40125: 'credentials',
  40164: 'addressNotAllowed',
  45009: 'quotaUsed',
  40037: 'templateUnknown',
}

const lastRun = (rows: readonly WatchRow[], name: string): number | null => {
  const runs = rows.filter(({ kind, functionName }) => kind === 'timer' && functionName === name)
  return runs.length === 0 ? null : Math.max(...runs.map(({ lastAt }) => lastAt))
}

export interface TimerState {
  readonly functionName: string
  readonly everyMinutes: number
  readonly lastAt: number | null
  readonly isLate: boolean
}

/** @param now epoch milliseconds */
export const timerStates = (rows: readonly WatchRow[], now: number): TimerState[] =>
  Object.entries(timers).map(([functionName, everyMinutes]) => {
    const lastAt = lastRun(rows, functionName)
    const isLate = lastAt === null || now - lastAt > turnsUntilLate * everyMinutes * minuteMs
    return { functionName, everyMinutes, lastAt, isLate }
  })

/** A sign is over once a message with the same template went out after it. */
const isOver = (row: WatchRow, rows: readonly WatchRow[]): boolean =>
  rows.some(
    ({ kind, name, template, lastAt }) =>
      kind === 'send' && name === '0' && template === row.template && lastAt > row.lastAt,
  )

/**
 * What somebody has to act on, each once.
 * @param rows of the last days
 * @param now epoch milliseconds
 */
export const alarmsOf = (rows: readonly WatchRow[], now: number): Alarm[] => {
  const found = new Map<string, Alarm>()
  for (const row of rows) {
    const kind = row.kind === 'send' ? alarmOf[row.name] : undefined
    if (!kind || isOver(row, rows)) continue
    const about = kind === 'templateUnknown' ? row.template : null
    const before = found.get(`${kind} ${about}`)?.lastAt ?? 0
    found.set(`${kind} ${about}`, { kind, about, lastAt: Math.max(before, row.lastAt) })
  }
  const late = timerStates(rows, now)
    .filter(({ isLate }) => isLate)
    .map(({ functionName, lastAt }): Alarm => ({ kind: 'timerLate', about: functionName, lastAt }))
  return [...found.values(), ...late]
}

/**
 * What somebody is told of who does not look: on the first day of all a timer that never ran has not
 * had its turn yet.
 * @param rows of the last days
 * @param now epoch milliseconds
 */
export const alarmsToTell = (rows: readonly WatchRow[], now: number): Alarm[] => {
  const isFirstDay = rows.every(({ on }) => on === beijingDay(now))
  return alarmsOf(rows, now).filter(({ lastAt }) => lastAt !== null || !isFirstDay)
}
