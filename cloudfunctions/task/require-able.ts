import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { TaskDeps } from './task-deps'

/**
 * Whoever is given a share must be able to do it.
 * @throws RuleError `ORGANIZATION.NOBODY_THERE` naming the field
 */
export const requireAble = async (
  { members }: Pick<TaskDeps, 'members'>,
  unitIds: readonly UnitId[],
  field: string,
): Promise<void> => {
  const able = await members.ableAmong(unitIds)
  if (unitIds.some((id) => !able.has(id))) throw new RuleError('ORGANIZATION.NOBODY_THERE', [field])
}
