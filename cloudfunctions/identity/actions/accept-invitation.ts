import type { PersonId } from '@/domain/organization/actor'
import { fitsUnit, whyNotAccept } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { MembershipStore } from '../../_stores/membership-store'
import type { Acting } from '../../_stores/thing'
import type { Stores } from '../../_stores/open-stores'
import { describeMembership } from '../describe-membership'

interface Deps extends Pick<Stores, 'writer' | 'people' | 'organization'> {
  readonly memberships: MembershipStore
}

/** 交接: the predecessor's ends in the same moment, so that nobody is without one or has two. */
const endReplaced = async (
  { people, memberships }: Pick<Deps, 'people' | 'memberships'>,
  acting: Acting,
  replacesId: string,
  successorId: PersonId,
): Promise<void> => {
  const before = await memberships.held(acting, replacesId)
  // Ended in the meantime: there is nothing left to hand over.
  if (!before) return
  if (before.personId === successorId) throw new RuleError('ACCESS.SAME_PERSON')
  await memberships.end(acting, replacesId, () => undefined)
  const held = await people.held(acting.transaction, before.personId)
  const left = held.filter(({ id }) => id !== replacesId)
  await people.hold(acting.transaction, before.personId, left)
}

/** What the person holds is read where it is changed: two codes accepted at once see each other. */
export const acceptInvitation =
  ({ writer, people, organization, memberships }: Deps): Handler<'identity.acceptInvitation'> =>
  async ({ code }, call) => {
    const personId = call.actor.personId!
    return writer.write(call, async (acting) => {
      const held = await people.held(acting.transaction, personId)
      const fresh = { id: call.newId('membership'), personId }
      const { membership, replacesId } = await memberships.take(acting, code, fresh, (invitation) =>
        refuseIf(whyNotAccept(personId, held, invitation)),
      )
      if (replacesId !== null)
        await endReplaced({ people, memberships }, acting, replacesId, personId)
      const unit = await organization.unitIn(acting.read, membership.unitId)
      // The body became another one since: what it was invited to is no role of this one.
      if (!fitsUnit(membership.role, unit)) throw new RuleError('IDENTITY.INVITATION_INVALID')
      const region = await organization.regionIn(acting.read, membership.regionCode)
      await people.hold(acting.transaction, personId, [
        ...held,
        { ...membership, unitKind: unit.kind },
      ])
      return {
        membership: describeMembership(
          membership,
          new Map([[unit.id, unit]]),
          new Map([[region.code, region]]),
        ),
      }
    })
  }
