import { beijingDay } from '@/domain/calendar/day'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { MemberStore } from '../../_stores/member-store'
import type { Stores } from '../../_stores/open-stores'

interface Deps extends Pick<Stores, 'organization' | 'people'> {
  readonly members: MemberStore
}

/** 谁有什么角色: a unit with everybody who acts for it, and what else they act as. */
export const getUnit =
  ({ organization, people, members }: Deps): Handler<'identity.getUnit'> =>
  async ({ unitId }, { actor }) => {
    refuseIf(whyNotManage(actor, []))
    const unit = (await organization.units([unitId])).get(unitId)
    // One answer for a unit of another region and for one that is none.
    if (!unit || whyNotManage(actor, [unit.regionCode])) throw new RuleError('THING.NOT_FOUND')
    const { items, more } = await members.ofUnit(unitId)
    const held = await people.heldByMany(items.map(({ personId }) => personId))
    const others = (personId: string, own: string) =>
      (held.get(personId) ?? []).filter(({ id }) => id !== own)
    const elsewhere = [...held.values()].flat()
    const units = await organization.units(elsewhere.map((membership) => membership.unitId))
    const regions = await organization.regions([
      unit.regionCode,
      ...items.map(({ regionCode }) => regionCode),
    ])
    const regionRef = (code: string) => ({ code, name: regions.get(code)?.name ?? code })
    return {
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      region: regionRef(unit.regionCode),
      enforcementPaper: unit.enforcementPaper ?? null,
      members: items.map(({ id, personId, role, regionCode, name, since }) => ({
        membershipId: id,
        name,
        role,
        region: regionRef(regionCode),
        since: beijingDay(since),
        isOwn: id === actor.membershipId,
        alsoActsAs: others(personId, id).map((other) => ({
          role: other.role,
          unitName: units.get(other.unitId)?.name ?? other.unitId,
        })),
      })),
      more,
    }
  }
