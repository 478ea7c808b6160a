import type { IsoDay } from '../calendar/day'
import type { PersonId } from '../organization/actor'
import type { UnitId } from '../organization/unit'

/** Names a part within its task; compared, never taken apart. */
export type PartId = string

/**
 * 部分: what is reported done one by one. Whose a part is, and when the whole follows from its
 * parts, is in `docs/domain/close-out.md`, "Parts".
 */
export const partKinds = [
  'measure', // 措施 (one unit's share of it)
  'milestone', // 节点
  'stage', // 阶段
  'site', // 点位
  'demand', // 整改要求
  'occurrence', // 一次 (of what comes again and again)
] as const
export type PartKind = (typeof partKinds)[number]

/** The name of a part, by which its reports are found. */
export const partId = (kind: PartKind, ...names: readonly (string | number)[]): PartId =>
  [kind, ...names].join('.')

/** What a unit says of a part that is done; taken back or returned, it is gone from the task. */
export interface DoneReport {
  readonly partId: PartId
  readonly unitId: UnitId
  /** The day on which it was done. */
  readonly on: IsoDay
  /** The day on which that was said. */
  readonly reportedOn: IsoDay
  readonly byId: PersonId | null
  readonly words: string
  /** 整改前, the first beside the first of `photoIds`; absent for none. */
  readonly beforeIds?: readonly string[]
  /** 整改后. */
  readonly photoIds: readonly string[]
  readonly fileIds: readonly string[]
  /** Those of `fileIds` that hold a firm's trade secret; absent for none. */
  readonly secretFileIds?: readonly string[]
  readonly paperNumber: string | null
  /** The lead recorded that this unit has no part in the measure. */
  readonly noPart: boolean
  /** Said by confirming the nodes of the firms it was agreed with; absent where the unit said it. */
  readonly byNodes?: true
}

/** Every photo and paper of a report. */
export const evidenceIdsOf = ({
  beforeIds = [],
  photoIds,
  fileIds,
}: Pick<DoneReport, 'beforeIds' | 'photoIds' | 'fileIds'>): readonly string[] => [
  ...beforeIds,
  ...photoIds,
  ...fileIds,
]
