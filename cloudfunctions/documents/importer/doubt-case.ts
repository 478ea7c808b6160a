import type { RawRecord } from './raw-record'
import type { Source } from './source'
import type { ImportedTask, Span } from './types'

/** One task with what of the print is its own. */
export interface Case {
  source: Source
  record: RawRecord
  task: ImportedTask
  /** The paper holds no other task: its introduction and its end speak of this one. */
  lone: boolean
  range: Span
}
