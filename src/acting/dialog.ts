import type { UnitKind } from '@/domain/organization/unit'
import type { Option } from '@/src/components/ask/option-sheet'
import type { Deed } from './deed'

/** A decision that needs words. */
export interface ReasonDialog {
  readonly kind: 'reason'
  /** The verb, also on the button. */
  readonly title: string
  /** What to write, over the box. */
  readonly label: string
  readonly line?: string
  /** The button's sentence while nothing is written. */
  readonly needed: string
  readonly max?: number
  readonly deed: (reason: string, about: string) => Deed
}

/** A decision that cannot be taken back. */
interface ConfirmingDialog {
  readonly kind: 'confirm'
  readonly title: string
  readonly line?: string
  readonly confirm: string
  readonly danger?: boolean
  readonly deed: (about: string) => Deed
}

/** A decision that needs a unit. */
interface UnitDialog {
  readonly kind: 'unit'
  readonly title: string
  readonly unitKind?: UnitKind
  readonly deed: (unit: Option, about: string) => Deed
}

export type Dialog = ReasonDialog | ConfirmingDialog | UnitDialog
