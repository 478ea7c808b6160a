import type { IsoDay } from '../calendar/day'
import type { PersonId } from '../organization/actor'
import type { UnitId } from '../organization/unit'

/** Names a part within its task; compared, never taken apart. */
export type PartId = string

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
