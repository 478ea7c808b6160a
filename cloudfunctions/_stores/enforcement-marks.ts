import type { UnitId } from '@/domain/organization/unit'
import type { Acting, Thing } from './thing'
import { orNone, thingsOf } from './shape'

interface EnforcementMark {
  readonly id: UnitId
  /** Null once the mark was taken away. */
  readonly paper: string | null
}

const markOf = thingsOf<EnforcementMark>({
  id: 'text',
  paper: orNone('text'),
})

/** Who marked a unit as 执法单位, by which paper: the unit's own document has no chain. */
const marks: Thing<EnforcementMark, null, never> = {
  kind: 'identity',
  collection: 'enforcementMarks',
  parsed: markOf,
  derived: () => ({}),
  facts: () => null,
  allowed: () => [],
  owed: () => [],
}

/** For the transaction in which the unit is marked, or no longer is. */
export const keepMark = async (
  acting: Acting,
  unitId: UnitId,
  paper: string | null,
): Promise<void> => {
  const decision = { next: { id: unitId, paper }, changes: { paper } }
  await acting.change(
    marks,
    unitId,
    'markEnforcement',
    () => decision,
    () => acting.make(marks, 'markEnforcement', decision),
  )
}
