import type { RegionCode } from './region'

export type UnitId = string

export const unitKinds = [
  'department', // 职能部门
  'government', // 县(市、区)党委和政府
  'zone', // 经济功能区管委会
  'town', // 镇(街道)
  'partyBranch', // 村(社区)党支部
  'villagersCommittee', // 村民委员会
  'enterprise', // 企业
  'specialGroup', // 专项小组
] as const
export type UnitKind = (typeof unitKinds)[number]

/**
 * A body that can owe or decide something. The party committee, the government and the
 * administrative committee of one place are one unit.
 */
export interface Unit {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly regionCode: RegionCode
  /** Names under which lists print this unit: short forms, old names. */
  readonly aliases: readonly string[]
  readonly phone: string | null
  /** 执法依据: the paper by which it may enter a firm; absent for every body that only coordinates. */
  readonly enforcementPaper?: string
}

/** What a unit does for a task (责任分工). */
export const unitRoles = ['lead', 'responsible', 'supporting', 'supervising', 'accepting'] as const
export type UnitRole = (typeof unitRoles)[number]
export type UnitsByRole = Readonly<Record<UnitRole, readonly UnitId[]>>

export const noUnits: UnitsByRole = {
  lead: [],
  responsible: [],
  supporting: [],
  supervising: [],
  accepting: [],
}
