import type { PlanLevel } from './label-words'
import type { Label } from './label'
import type { LabelField } from './label-field'
import type { Ordinal } from './numerals'
import type { Section } from './outline'
import type { Row } from './grid-cells'
import type { Span } from './types'

/** A field as it stands in print, before its words are read. */
export interface FieldText {
  field: LabelField
  level: PlanLevel | null
  span: Span
  /** Labels that stand between the items of a measures field. */
  inner: Label[]
  /** Units and deadline of the table row that a measure stands in, where the row has its own. */
  row?: FieldText[]
  /** 整改措施及完成情况: what was done and what is to be done, in one text. */
  joined?: boolean
  /** No label names it: the words themselves say what it is. */
  unnamed?: true
}

export interface SharedField {
  field: LabelField
  with: Span | null
}

/** A numbered heading and its words. */
export interface Head {
  ordinal: Ordinal | null
  span: Span
  /** The task's own number, where the ordinal only counts its place: 1.编号8:… */
  number?: Span
  /** A number that is most likely the upper plan's: 1.第八项 … */
  upper?: Span
  /** The case of the letter that the task answers: 1、D3SC202109060015 … */
  letter?: Span
  /** Its number has no form that is known: the words are a proposal. */
  proposed?: true
}

/** One task as found: by its labels or by its row. */
export interface RawRecord {
  fields: FieldText[]
  /** The numbered heading above the labels. */
  head: Head | null
  /** The heading above a group of tasks, or the task it is a part of. */
  parent: Ordinal | null
  /** The task it is a part of. */
  above?: RawRecord | null
  /** Where it stands in the outline of a numbered list. */
  section?: Section
  /** Fields that it prints together with another task, and that task's number where it has one. */
  shared?: SharedField[]
  /** Who leads the matter, as printed. */
  official?: Span | null
  start: number
  end: number
  /** The rows of a table that it stands in. */
  rows?: Row[]
  /** Its table's columns have names, or its names have marks, that nobody knows: all is a proposal. */
  guessed?: 'columns' | 'marks'
  /** Problems and measures stand in sections of their own: those that count otherwise. */
  unpaired?: FieldText[]
  /** What follows its fields and belongs to the paper: how to object, where to write. */
  closings?: Span[]
}
