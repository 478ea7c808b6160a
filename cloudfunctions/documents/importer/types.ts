import type { ImportErrorCode, ImportFaultCode } from './codes'

/** Half-open range of UTF-16 offsets into the text as read. */
export type Span = [start: number, end: number]

/**
 * How a deadline (整改时限) is set: one date, dates with a result each, start and end, a rule,
 * an event plus a period, 立行立改, 长期坚持. A printed deadline may be several at once.
 */
export const deadlineKinds = [
  'fixed',
  'staged',
  'range',
  'recurring',
  'relative',
  'immediate',
  'longTerm',
] as const
export type ImportedDeadlineKind = (typeof deadlineKinds)[number]

/** Unit names as printed, by role: 牵头, 责任, 配合, 督导, 验收. */
export interface ImportedUnits {
  lead: string[]
  responsible: string[]
  supporting: string[]
  supervising: string[]
  accepting: string[]
}
export type ImportedRole = keyof ImportedUnits

export interface ImportedDeadline {
  kinds: ImportedDeadlineKind[]
  /** ISO days, Beijing time: `fixed` one, `staged` all, `range` start and end, other kinds none. */
  dates: string[]
  /** The printed words; empty when the source states no deadline. */
  text: string
}

/** One measure (整改措施). Its own units and deadline, where printed, override the task's. */
export interface ImportedMeasure {
  text: string
  units: ImportedUnits
  deadline: ImportedDeadline
}

/** The public notice (公示). ISO days, empty when not printed or broken in print. */
export interface ImportedNotice {
  from: string
  to: string
  /** The length as the source states it; null when it states none. */
  statedDays: number | null
  /** As printed: 工作日, 天, 日 …; empty when none is stated. */
  statedUnit: string
  /** Counted from the dates, both ends included; null without both dates (or a calendar). */
  workingDays: number | null
  calendarDays: number | null
}

/**
 * A value that the source leaves open or prints broken: it stays empty, a person decides. Values
 * that several tasks print together, and values that no printed name of a field stands over, stand
 * and are listed here too.
 */
export interface Unsure {
  /** Path of the value, e.g. `deadline.dates` or `measures[0].deadline.dates`. */
  field: string
  /** Chinese sentence. */
  reason: string
  /** The likely reading, several joined by 或; empty when there is none. */
  proposed: string
}

/** A draft task. Absent strings are empty, absent numbers null. */
export interface ImportedTask {
  /** As printed without 第/项/序号: `12`, `二十七`. */
  number: string
  /** The number in the upper plan (省方案第二十七项, 市序号9, 受理编号). */
  upperNumber: string
  parentNumber: string
  title: string
  problem: string
  goals: string[]
  units: ImportedUnits
  /** Who leads the matter, as printed; absent where nobody is. */
  leadOfficial?: string
  deadline: ImportedDeadline
  measures: ImportedMeasure[]
  notice: ImportedNotice
  progressText: string
  /**
   * By path (`title`, `goals[0]`, `units.lead[0]`, `measures[1].deadline.text` …). With all white
   * space removed, the slice equals the value. Dates and day counts are computed and have none.
   */
  spans: Record<string, Span>
  unsure: Unsure[]
}

export interface ImportFault {
  code: ImportErrorCode | ImportFaultCode
  /** Chinese sentence. */
  message: string
  span: Span
}

/** How much of the print the tasks account for. */
export interface ImportCoverage {
  /** Of the letters and figures in the text those that a field, a label or a left-out part holds; 0 to 1. */
  share: number
  /** Words inside the list that belong to no field, in order. */
  unread: Span[]
  /** Parts that are no task's: introduction, contacts, columns and labels that nobody asks for. */
  leftOut: Span[]
}

export interface ImportResult {
  tasks: ImportedTask[]
  faults: ImportFault[]
  coverage: ImportCoverage
}

export interface ParseOptions {
  /** Whether an ISO day is a working day in China; without it working days are not counted. */
  isWorkingDay?: (isoDay: string) => boolean
}
