import type { Membership } from '@/domain/organization/actor'
import type { Region } from '@/domain/organization/region'
import type { Unit } from '@/domain/organization/unit'

/** A membership with the names a person reads. */
export const describeMembership = (
  { id, role, unitId, regionCode }: Membership,
  units: ReadonlyMap<string, Unit>,
  regions: ReadonlyMap<string, Region>,
) => ({
  id,
  role,
  unit: { id: unitId, name: units.get(unitId)?.name ?? unitId },
  region: { code: regionCode, name: regions.get(regionCode)?.name ?? regionCode },
})
