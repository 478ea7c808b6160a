import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'
import { goesUp } from './acceptance'

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

/** 谁批准: whose paper a decision is. */
export const extensionDeciders = [
  'leadingGroup', // 领导小组
  'upperLevel', // 上级
] as const
export type ExtensionDecider = (typeof extensionDeciders)[number]

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
  readonly decisionNumber: string | null
  /** Whose number that is; absent before it was granted, and of what was granted before this was recorded. */
  readonly decidedBy?: ExtensionDecider
  readonly refusedReason: string | null
  /** Days past the old day when it was granted: they stay on record. */
  readonly daysOver: number
}

export const isOpenExtension = ({ state }: Pick<Extension, 'state'>): boolean =>
  state === 'asked' || state === 'endorsed'

/** Whose decision it is: of the leading group, of the upper level for items that it closes. */
export const deciderOfExtension = (task: Parameters<typeof goesUp>[0]): ExtensionDecider =>
  goesUp(task) ? 'upperLevel' : 'leadingGroup'
