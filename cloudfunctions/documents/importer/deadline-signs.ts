import type { ImportFaultCode } from './codes'
import type { ImportedDeadlineKind } from './types'

export interface DeadlineContext {
  /** Year of the document, used in proposals only. */
  assumedYear: number | null
  /** Inside running text only phrases that clearly set a limit count. */
  inline: boolean
}

export interface Sign {
  kind: ImportedDeadlineKind
  start: number
  end: number
  /** For `fixed` and `range`. */
  days: string[]
  readings: string[]
  reason: string | null
  fault: ImportFaultCode | null
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
