import type { UnitId } from '../organization/unit'

/** Who accepts, in order (验收链). */
export const acceptanceLevels = ['county', 'trade', 'city', 'province'] as const
export type AcceptanceLevel = (typeof acceptanceLevels)[number]

/** One step of the chain: the unit that takes it; the province has none here. */
export interface AcceptanceStep {
  readonly level: AcceptanceLevel
  /** Null until the office has named it, and for the province, whose step is recorded. */
  readonly unitId: UnitId | null
}

/** Which level closes the number (谁销号). */
export const closingLevels = ['county', 'city', 'province', 'central'] as const
export type ClosingLevel = (typeof closingLevels)[number]

/** Items of the upper level go up; a child is closed by the city at most. */
export const goesUp = ({
  closingLevel,
  parentId,
}: {
  readonly closingLevel: ClosingLevel
  readonly parentId: string | null
}): boolean => parentId === null && (closingLevel === 'province' || closingLevel === 'central')
