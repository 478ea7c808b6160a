import { refuseIf } from '@/domain/refusal'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { whyNotImport } from '@/domain/organization/table-rules'
import type { Unit, UnitId } from '@/domain/organization/unit'
import type { Handler, ParsedInput } from '../../_kit/handler'
import type { MemberStore } from '../../_stores/member-store'
import type { Stores } from '../../_stores/open-stores'

type Rows = ParsedInput<'identity.importOrganization'>

interface Deps extends Pick<Stores, 'organization'> {
  readonly members: MemberStore
}

/** Rows name what they lie in: it must stand in the same table or be known already. */
const codesOf = ({ regions, units }: Rows): string[] => [
  ...regions.flatMap(({ code, parentCode }) => (parentCode ? [code, parentCode] : [code])),
  ...units.map(({ regionCode }) => regionCode),
]

/** Of the units that would change what they are or where, those for which somebody acts. */
const staffedAmong = async (
  { members }: Pick<Deps, 'members'>,
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

/** Regions and units by their stable keys: a second import changes and does not add. */
export const importOrganization =
  ({ organization, members }: Deps): Handler<'identity.importOrganization'> =>
  async (input, { actor }) => {
    const { regions } = input
    const units = input.units.map(({ key, ...unit }) => ({ id: key, ...unit }))
    refuseIf(whyNotManage(actor, []))
    refuseIf(
      whyNotManage(actor, [
        ...regions.map(({ code }) => code),
        ...units.map(({ regionCode }) => regionCode),
      ]),
    )
    // A key that is known is the unit that stands under it: nobody takes over another region's.
    const storedUnits = await organization.units(units.map(({ id }) => id))
    refuseIf(
      whyNotManage(
        actor,
        [...storedUnits.values()].map(({ regionCode }) => regionCode),
      ),
    )
    refuseIf(
      whyNotImport({
        regions,
        units,
        storedRegions: await organization.regions(codesOf(input)),
        storedUnits,
        staffed: await staffedAmong({ members }, units, storedUnits),
      }),
    )
    await organization.putRegions(regions)
    await organization.putUnits(units)
    return { regions: regions.length, units: units.length }
  }
