import type { PlanLevel } from './label-words'
import type { LabelField } from './label-field'
import type { Ordinal } from './numerals'
import type { Span } from './types'

export interface Label {
  field: LabelField
  /** As the lexicon has it; '' for labels that it does not hold. */
  word: string
  /** Where the label begins, its ordinal included. */
  start: number
  /** Where its text begins. */
  valueStart: number
  ordinal: Ordinal | null
  /** The plan named before the label: 省相关整改方案中反馈问题. */
  level: PlanLevel | null
  /** A number printed in the label itself: 问题3: */
  number: Span | null
  /** Inside round brackets: belongs to a measure, not to the task. */
  bracketed: boolean
  /** 措施一: counts a measure inside its field and opens no field of a new task. */
  item: boolean
  /** 整改措施及完成情况: its text is the progress and may hold the measures too. */
  joined: boolean
  /** First of its line, and not behind other words. */
  lineStart: boolean
}
