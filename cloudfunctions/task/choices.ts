import type { Unit, UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { OrganizationStore } from '../_stores/organization-store'
import type { TaskRecord } from '../_stores/task-record'

/** Units and places that somebody chose, looked up together. */
export interface Choices {
  /** @throws RuleError `THING.NOT_FOUND` naming the fields that name nothing of their kind */
  refuseUnknown(): void
  /** The task is found by the names of what was chosen. */
  foundBy(task: TaskRecord): Pick<TaskRecord, 'searchNames'>
}

/**
 * Villages must be villages and firms firms.
 * @param known the units of what was chosen, where they have been read
 */
export const lookUpChoices = async (
  organization: OrganizationStore,
  chosen: {
    readonly unitIds: readonly string[]
    readonly enterpriseIds: readonly string[]
    readonly villageCodes: readonly string[]
  },
  known?: ReadonlyMap<UnitId, Unit>,
): Promise<Choices> => {
  const units = known ?? (await organization.units([...chosen.unitIds, ...chosen.enterpriseIds]))
  const regions = await organization.regions(chosen.villageCodes)
  const isKnown = {
    unitIds: chosen.unitIds.every((id) => units.has(id)),
    enterpriseIds: chosen.enterpriseIds.every((id) => units.get(id)?.kind === 'enterprise'),
    villageCodes: chosen.villageCodes.every((code) => regions.get(code)?.level === 'village'),
  }
  const unknown = Object.entries(isKnown).flatMap(([field, known]) => (known ? [] : [field]))
  const names = [...units.values(), ...regions.values()].map(({ name }) => name)
  return {
    refuseUnknown: () => {
      if (unknown.length > 0) throw new RuleError('THING.NOT_FOUND', unknown)
    },
    foundBy: ({ searchNames }) => ({ searchNames: [...new Set([...searchNames, ...names])] }),
  }
}
