import { whyNotAccept } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { InvitationStore } from '../../_stores/invitation-store'
import type { Stores } from '../../_stores/open-stores'
import { describeMembership } from '../describe-membership'

interface Deps extends Pick<Stores, 'people' | 'organization'> {
  readonly invitations: InvitationStore
}

export const acceptInvitation =
  ({ people, organization, invitations }: Deps): Handler<'identity.acceptInvitation'> =>
  async ({ code }, { actor, now, newId }) => {
    const personId = actor.personId!
    const held = await people.membershipsOf(personId)
    const membership = await invitations.accept(
      code,
      newId('membership'),
      personId,
      { actor, now },
      ({ role, invitedById }) => refuseIf(whyNotAccept(personId, held, { role, invitedById })),
    )
    const units = await organization.units([membership.unitId])
    const regions = await organization.regions([membership.regionCode])
    return { membership: describeMembership(membership, units, regions) }
  }
