import { refuseIf } from '@/domain/refusal'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { whyNotImport } from '@/domain/organization/table-rules'
import type { Handler } from '../../_kit/handler'
import type { MemberStore } from '../../_stores/member-store'
import type { Stores } from '../../_stores/open-stores'
import { besideStored } from '../../_stores/organization-check'

interface Deps extends Pick<Stores, 'organization'> {
  readonly members: MemberStore
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
    const tables = await besideStored({ organization, members }, { regions, units })
    // A key that is known is the unit that stands under it: nobody takes over another region's.
    refuseIf(
      whyNotManage(
        actor,
        [...tables.storedUnits.values()].map(({ regionCode }) => regionCode),
      ),
    )
    refuseIf(whyNotImport(tables))
    await organization.putRegions(regions)
    await organization.putUnits(units)
    return { regions: regions.length, units: units.length }
  }
