import { RuleError } from '@/domain/refusal'
import type { OrganizationStore } from '../_stores/organization-store'

/** What is chosen must exist: villages as villages, firms as firms. Answers all their names. */
export const namesOfChoices = async (
  organization: OrganizationStore,
  chosen: {
    readonly unitIds: readonly string[]
    readonly enterpriseIds: readonly string[]
    readonly villageCodes: readonly string[]
  },
): Promise<string[]> => {
  const units = await organization.units([...chosen.unitIds, ...chosen.enterpriseIds])
  const regions = await organization.regions(chosen.villageCodes)
  const isKnown = {
    unitIds: chosen.unitIds.every((id) => units.has(id)),
    enterpriseIds: chosen.enterpriseIds.every((id) => units.get(id)?.kind === 'enterprise'),
    villageCodes: chosen.villageCodes.every((code) => regions.get(code)?.level === 'village'),
  }
  const unknown = Object.entries(isKnown).flatMap(([field, known]) => (known ? [] : [field]))
  if (unknown.length > 0) throw new RuleError('THING.NOT_FOUND', unknown)
  return [...units.values(), ...regions.values()].map(({ name }) => name)
}
