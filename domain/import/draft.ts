import type { UnitRole } from '../organization/unit'
import type { Refusal } from '../refusal'
import type { DeadlineKind } from '../task/deadline'
import type { TaskCategory } from '../task/task'

/** Unit names as the list prints them, by role. */
export type UnitNames = Readonly<Record<UnitRole, readonly string[]>>

/** A deadline as the list prints it: `dates` are ISO days in the order of the kinds. */
export interface DraftDeadline {
  readonly kinds: readonly DeadlineKind[]
  readonly dates: readonly string[]
  readonly text: string
}

export interface DraftMeasure {
  readonly text: string
  readonly units: UnitNames
  readonly deadline: DraftDeadline
}

/** A value the source leaves open or prints broken. */
export interface UnsureField {
  /** Path of the value, e.g. `deadline.dates` or `measures[0].deadline.dates`. */
  readonly field: string
  readonly reason: string
  /** Proposed readings, the likeliest first. */
  readonly proposed: readonly string[]
  /** What was decided; null while open, `''` leaves the value empty on purpose. */
  readonly decided: string | null
}

/** A field that a newer list prints otherwise; several words are joined by a break. */
export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** A task that an earlier list of the same round has brought in, and what the newer one changes. */
export interface KnownTask {
  readonly taskId: string
  readonly changes: readonly FieldChange[]
}

/** A Chinese sentence about words of the source; offsets in the whole text. */
export interface PlacedDoubt {
  readonly message: string
  readonly span: readonly [number, number]
}

/** One task of a list as read, with the decisions taken on it so far. */
export interface DraftTask {
  readonly batchId: string
  /** Position in the list, from 0; a draft that was split off stands between two whole numbers. */
  readonly index: number
  readonly number: string
  readonly upperNumber: string
  readonly parentNumber: string
  readonly title: string
  readonly problem: string
  readonly category: TaskCategory
  readonly goals: readonly string[]
  readonly units: UnitNames
  /** 牵头领导 as printed; absent where nobody is. */
  readonly leadOfficial?: string
  readonly deadline: DraftDeadline
  readonly measures: readonly DraftMeasure[]
  readonly progressText: string
  /** The part of the text that this task was read from, untouched; offsets in the whole text. */
  readonly source: { readonly text: string; readonly from: number; readonly to: number }
  /** `[start, end)` offsets into the whole text, by path. */
  readonly spans: Readonly<Record<string, readonly [number, number]>>
  /** Words of its source that belong to no value; offsets in the whole text. */
  readonly unread: readonly (readonly [number, number])[]
  /** The task of an earlier list of the round that it prints again; null when it is new. */
  readonly known: KnownTask | null
  readonly unsure: readonly UnsureField[]
  /** What speaks against the reading, each at its words. */
  readonly doubts: readonly PlacedDoubt[]
  readonly faults: readonly string[]
  readonly confirmed: boolean
  /** The task made of it; null until committed. */
  readonly taskId: string | null
}

/** Unsure values on which nobody has decided yet. */
export const openFieldsOf = ({ unsure }: DraftTask): string[] =>
  unsure.filter(({ decided }) => decided === null).map(({ field }) => field)

/** A draft that has become a task is the task's business from then on. */
export const whyNotEdit = ({ taskId }: DraftTask): Refusal | null =>
  taskId === null ? null : { code: 'THING.STATE' }

/** Nothing unsure becomes a duty in silence: each open value is decided by a person first. */
export const whyNotConfirm = (draft: DraftTask): Refusal | null => {
  const open = openFieldsOf(draft)
  return (
    whyNotEdit(draft) ?? (open.length > 0 ? { code: 'IMPORT.UNSURE_OPEN', fields: open } : null)
  )
}
