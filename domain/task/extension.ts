import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'

/** 延期: asked before the deadline, through the lead unit, decided by the leading group. */
export const extensionStates = [
  'asked', // 已申请
  'endorsed', // 牵头单位已同意
  'granted', // 已批准
  'refused', // 未批准
  'withdrawn', // 已撤回
  'lapsed', // 自查后不再需要
] as const
export type ExtensionState = (typeof extensionStates)[number]

/** Which deadline is to move; a stage by its place in print, `measureId` null for the whole. */
export type ExtensionPart =
  | { readonly kind: 'task' }
  | { readonly kind: 'measure'; readonly measureId: string }
  | { readonly kind: 'stage'; readonly measureId: string | null; readonly index: number }

/**
 * One request with everything that became of it. The printed deadline is never overwritten:
 * extensions stand beside it and are counted.
 */
export interface Extension {
  readonly id: string
  readonly state: ExtensionState
  readonly part: ExtensionPart
  readonly unitId: UnitId
  readonly askedOn: IsoDay
  /** The day that counted when it was asked. */
  readonly from: IsoDay
  readonly to: IsoDay
  readonly reason: string
  /** How the work will be done by then. */
  readonly plan: string
  /** Until then it is to be decided; the old day counts and reminds meanwhile. */
  readonly decideDueOn: IsoDay
  readonly decideDueProvisional: boolean
  readonly endorsedOn: IsoDay | null
  readonly decidedOn: IsoDay | null
  /** Of the leading group; of the upper level for items that it closes. */
  readonly decisionNumber: string | null
  readonly refusedReason: string | null
  /** Days past the old day when it was granted: they stay on record. */
  readonly daysOver: number
}

export const isOpenExtension = ({ state }: Pick<Extension, 'state'>): boolean =>
  state === 'asked' || state === 'endorsed'
