import type { ImportFaultCode } from './codes'
import type { YearContext } from './date-forms'
import type { ImportedDeadlineKind, Span } from './types'

export interface DeadlineContext extends YearContext {
  /** Inside running text only phrases that clearly set a limit count. */
  inline: boolean
  /** Whether an ISO day is a working day in China; without it periods of working days stay open. */
  isWorkingDay?: ((isoDay: string) => boolean) | undefined
}

/** One thing that a deadline says. */
export interface Sign {
  kind: ImportedDeadlineKind
  start: number
  end: number
  /** For `fixed` and `range`. */
  days: string[]
  readings: string[]
  /** Why a person decides; null where the days stand. */
  reason: string | null
  fault: ImportFaultCode | null
  /** The words that the fault is about, where they are not all of it. */
  faultAt?: Span
}

export const plainSign = (kind: ImportedDeadlineKind, start: number, end: number): Sign => ({
  kind,
  start,
  end,
  days: [],
  readings: [],
  reason: null,
  fault: null,
})

export const openSign = (
  start: number,
  end: number,
  reason: string,
  readings: string[] = [],
): Sign => ({
  ...plainSign('fixed', start, end),
  readings,
  reason,
})
