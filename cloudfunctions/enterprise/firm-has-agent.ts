import type { Actor } from '@/domain/organization/actor'
import { isUnitRole } from '@/domain/organization/scope'
import type { UnitId } from '@/domain/organization/unit'
import type { Parts } from './parts'

/**
 * Whether somebody acts for the firm, asked only where it matters: a firm's own agent is one, and
 * whoever is neither side may do nothing anyhow.
 */
export const firmHasAgent = async (
  { members }: Pick<Parts, 'members'>,
  enterpriseId: UnitId,
  { role }: Actor,
): Promise<boolean> => {
  if (!isUnitRole(role)) return true
  return (await members.ofUnit(enterpriseId)).items.some((held) => held.role === 'enterpriseAgent')
}
