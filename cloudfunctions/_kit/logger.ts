/**
 * One JSON line per entry. Never takes inputs, names, openids or words of a person: a log is
 * read by more people than the ledger.
 */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly requestId: string
  readonly action: string
  readonly ms?: number
  /** Requests of the SDK that it made. */
  readonly requests?: number
  readonly code?: string
  readonly error?: string
}

export const log = (entry: LogEntry): void => {
  console.log(JSON.stringify(entry))
}
