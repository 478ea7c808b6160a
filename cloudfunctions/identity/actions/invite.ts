import { whyNotHandOver, whyNotInvite, whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { invitationCode } from '../../_stores/invitation-code'
import type { MembershipStore } from '../../_stores/membership-store'
import type { Stores } from '../../_stores/open-stores'
import { expiryOf } from '../invitation-expiry'

interface Deps extends Pick<Stores, 'writer' | 'organization' | 'cipher' | 'settings'> {
  readonly memberships: MembershipStore
}

export const invite =
  ({ writer, organization, cipher, memberships, settings }: Deps): Handler<'identity.invite'> =>
  async ({ role, unitKey, regionCode, name, replacesId = null }, call) => {
    const { actor, now, newId } = call
    refuseIf(whyNotManage(actor, []))
    const unit = (await organization.units([unitKey])).get(unitKey)
    if (!unit) throw new RuleError('THING.NOT_FOUND', ['unitKey'])
    if (!(await organization.regions([regionCode])).has(regionCode))
      throw new RuleError('THING.NOT_FOUND', ['regionCode'])
    refuseIf(whyNotInvite(actor, { role, unit, regionCode }))
    // Keyed by the server's secret: who knows the call's key does not know the code.
    const code = invitationCode(cipher.blind(`code ${newId('invitation')}`))
    const expiresAt = expiryOf(now, settings)
    const invitedById = actor.personId!
    const scope = { role, unitId: unit.id, regionCode }
    return writer.write(call, async (acting) => {
      const replaced = replacesId === null ? null : await memberships.held(acting, replacesId)
      refuseIf(whyNotHandOver(replacesId, replaced, scope))
      await memberships.invite(acting, code, { ...scope, name, invitedById, expiresAt, replacesId })
      return { code, expiresAt }
    })
  }
