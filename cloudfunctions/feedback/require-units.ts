import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { Parts } from './parts'

/** @throws RuleError `THING.NOT_FOUND` naming the field that names no unit */
export const requireUnits = async (
  { organization }: Pick<Parts, 'organization'>,
  ids: readonly UnitId[],
  field: string,
): Promise<void> => {
  const units = await organization.units([...ids])
  if (ids.some((id) => !units.has(id))) throw new RuleError('THING.NOT_FOUND', [field])
}
