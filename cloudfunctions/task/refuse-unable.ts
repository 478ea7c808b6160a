import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'

/**
 * Whoever is given a share must be able to do it.
 * @param able those of the units that have somebody for it
 * @throws RuleError `ORGANIZATION.NOBODY_THERE` naming the field
 */
export const refuseUnable = (
  able: ReadonlySet<UnitId>,
  unitIds: readonly UnitId[],
  field: string,
): void => {
  if (unitIds.some((id) => !able.has(id))) throw new RuleError('ORGANIZATION.NOBODY_THERE', [field])
}
