/** What the reader must make of a printed field. */
export interface Expected<T> {
  value: T
  /** The print is faulty or open: the value stays empty and the field is listed as unsure. */
  open?: boolean
  /** Right as it stands, and listed for a person to look at. */
  shown?: boolean
}

export interface UnitsTruth {
  lead: string[]
  responsible: string[]
  supporting: string[]
  supervising: string[]
  accepting: string[]
}

/** Units as printed, and who they are. */
export interface PrintedUnits {
  print: string
  truth: UnitsTruth
}

/** A deadline as printed, and what it means. */
export interface PrintedDeadline {
  print: string
  kinds: string[]
  dates: string[]
  /** A person decides: no dates, and the field is unsure. */
  open?: boolean
  /** A code that the reader has to report for it. */
  fault?: string
  /** The printed words that set it; all of the print where absent. */
  text?: string
}

export interface MeasureModel {
  text: string
  /** Printed with the measure itself, where the layout does so. */
  units?: PrintedUnits
  deadline?: PrintedDeadline
  /** A limit in the words of the measure. */
  inside?: PrintedDeadline
}

/** One task before anything is rendered. */
export interface TaskModel {
  number: number
  problem: string
  title: string
  goals: string[]
  units: PrintedUnits
  supervising?: PrintedUnits
  deadline: PrintedDeadline
  measures: MeasureModel[]
  progress: string
  upper?: string
}

/** The right values of one task, by path; what is not named is empty. */
export interface TaskTruth {
  /** Words that only this task prints. */
  key: string
  fields: Record<string, Expected<unknown>>
}

export interface Planted {
  code: string
  /** Words of the task at which it must be reported; anywhere when absent. */
  key?: string
}

/** A list as a person gets it, with its truth. */
export interface Sample {
  text?: string
  file?: { bytes: Uint8Array; name: string }
  tasks: TaskTruth[]
  planted: Planted[]
  notice?: Record<string, unknown>
}

/** A way of printing a list. */
export interface Layout {
  name: string
  /** The kinds of the importer's work that it looks at. */
  about: string
  /** Sizes other than the usual 1, 24 and 200. */
  sizes?: number[]
  make: (size: number, seed: number) => Sample | Promise<Sample>
}
