import type { Region, RegionCode } from '@/domain/organization/region'
import type { OrganizationTables } from '@/domain/organization/table-rules'
import type { Unit, UnitId } from '@/domain/organization/unit'
import type { MemberStore } from './member-store'
import type { OrganizationStore } from './organization-store'

interface Rows {
  readonly regions: readonly Region[]
  readonly units: readonly Unit[]
}

interface Parts {
  readonly organization: OrganizationStore
  readonly members: MemberStore
}

/** Rows name what they lie in: it must stand in the same table or be known already. */
const codesOf = ({ regions, units }: Rows): RegionCode[] => [
  ...regions.flatMap(({ code, parentCode }) => (parentCode ? [code, parentCode] : [code])),
  ...units.map(({ regionCode }) => regionCode),
]

/** Of the units that would change what they are or where, those for which somebody acts. */
const staffedAmong = async (
  members: MemberStore,
  units: readonly Unit[],
  stored: ReadonlyMap<UnitId, Unit>,
): Promise<Set<UnitId>> => {
  const changing = units.filter(({ id, kind, regionCode }) => {
    const known = stored.get(id)
    return known && (known.kind !== kind || known.regionCode !== regionCode)
  })
  const staffed = new Set<UnitId>()
  for (const { id } of changing) if ((await members.ofUnit(id)).items.length > 0) staffed.add(id)
  return staffed
}

/** The tables beside what stands under their codes and keys: what `whyNotImport` decides on. */
export const besideStored = async (
  { organization, members }: Parts,
  rows: Rows,
): Promise<OrganizationTables> => {
  const storedUnits = await organization.units(rows.units.map(({ id }) => id))
  return {
    ...rows,
    storedUnits,
    storedRegions: await organization.regions(codesOf(rows)),
    staffed: await staffedAmong(members, rows.units, storedUnits),
  }
}
