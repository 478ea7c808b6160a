import { refuseIf, RuleError } from '@/domain/refusal'
import { type Region, regionCovers } from '@/domain/organization/region'
import { whyNotManage } from '@/domain/organization/membership-rules'
import type { Handler, ParsedInput } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

type Rows = ParsedInput<'identity.importOrganization'>

/** Rows name what they lie in: it must stand in the same table or be known already. */
const outerCodes = ({ regions, units }: Rows): string[] => [
  ...regions.flatMap(({ parentCode }) => (parentCode ? [parentCode] : [])),
  ...units.map(({ regionCode }) => regionCode),
]

const refuseUnknown = ({ regions, units }: Rows, stored: ReadonlyMap<string, Region>): void => {
  const known = new Set([...stored.keys(), ...regions.map(({ code }) => code)])
  const fields = [
    ...regions.flatMap(({ code, parentCode }, index) =>
      parentCode === null || (known.has(parentCode) && regionCovers(parentCode, code))
        ? []
        : [`regions.${index}.parentCode`],
    ),
    ...units.flatMap(({ regionCode }, index) =>
      known.has(regionCode) ? [] : [`units.${index}.regionCode`],
    ),
  ]
  if (fields.length > 0) throw new RuleError('THING.NOT_FOUND', fields)
}

/** Regions and units by their stable keys: a second import changes and does not add. */
export const importOrganization =
  ({ organization }: Pick<Stores, 'organization'>): Handler<'identity.importOrganization'> =>
  async (input, { actor }) => {
    const { regions, units } = input
    refuseIf(whyNotManage(actor, []))
    refuseIf(
      whyNotManage(actor, [
        ...regions.map(({ code }) => code),
        ...units.map(({ regionCode }) => regionCode),
      ]),
    )
    // A key that is known is the unit that stands under it: nobody takes over another region's.
    const stored = await organization.units(units.map(({ key }) => key))
    refuseIf(
      whyNotManage(
        actor,
        [...stored.values()].map(({ regionCode }) => regionCode),
      ),
    )
    refuseUnknown(input, await organization.regions(outerCodes(input)))
    await organization.putRegions(regions)
    await organization.putUnits(units.map(({ key, ...unit }) => ({ id: key, ...unit })))
    return { regions: regions.length, units: units.length }
  }
