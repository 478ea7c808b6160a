import { whyNotInvite, whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { DuplicateId } from '../../_stores/document'
import type { MembershipStore } from '../../_stores/membership-store'
import type { Stores } from '../../_stores/open-stores'
import type { RosterInvitations } from '../../_stores/roster-invitations'
import { expiryOf } from '../invitation-expiry'

interface Deps extends Pick<Stores, 'writer' | 'organization' | 'settings'> {
  readonly memberships: MembershipStore
  readonly roster: RosterInvitations
}

/** Each row once: one that was invited before stays as it is, and its code is not told again. */
export const invitePeople =
  ({
    writer,
    organization,
    memberships,
    roster,
    settings,
  }: Deps): Handler<'identity.invitePeople'> =>
  async ({ people }, call) => {
    const { actor, now } = call
    refuseIf(whyNotManage(actor, []))
    const units = await organization.units(people.map(({ unitKey }) => unitKey))
    const places = people.map(({ unitKey, role }, index) => {
      const fields = [`people.${index}`]
      const unit = units.get(unitKey)
      if (!unit) throw new RuleError('THING.NOT_FOUND', fields)
      const why = whyNotInvite(actor, { role, unit, regionCode: unit.regionCode })
      refuseIf(why && { ...why, fields })
      return unit.regionCode
    })
    const before = await roster.statesOf(people, now)
    const expiresAt = expiryOf(now, settings)
    const invitedById = actor.personId!
    try {
      return await writer.write(call, async (acting) => {
        const made = new Set<string>()
        const items = []
        for (const [index, person] of people.entries()) {
          const code = roster.codeOf(person)
          const known = before[index] ?? (made.has(code) ? 'waiting' : null)
          items.push(known ? { state: known, code: null } : { state: 'invited' as const, code })
          if (known) continue
          made.add(code)
          const scope = { role: person.role, unitId: person.unitKey, regionCode: places[index]! }
          const { name } = person
          const invitation = { ...scope, name, invitedById, expiresAt, replacesId: null }
          await memberships.invite(acting, code, invitation)
        }
        return { items, expiresAt }
      })
    } catch (error) {
      // The same rows came twice at once: the next try finds what the other one made.
      if (error instanceof DuplicateId) throw new RuleError('THING.BUSY')
      throw error
    }
  }
