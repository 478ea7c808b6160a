import { whyNotEnd, whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { MembershipStore } from '../../_stores/membership-store'
import type { Stores } from '../../_stores/open-stores'

interface Deps extends Pick<Stores, 'writer' | 'people'> {
  readonly memberships: MembershipStore
}

/** At once: the next call with it is refused. */
export const endMembership =
  ({ writer, people, memberships }: Deps): Handler<'identity.endMembership'> =>
  async ({ membershipId }, call) => {
    refuseIf(whyNotManage(call.actor, []))
    return writer.write(call, async (acting) => {
      const { personId } = await memberships.end(acting, membershipId, (membership) =>
        refuseIf(whyNotEnd(call.actor, membership)),
      )
      const held = await people.held(acting.transaction, personId)
      await people.hold(
        acting.transaction,
        personId,
        held.filter(({ id }) => id !== membershipId),
      )
      return { ended: true }
    })
  }
