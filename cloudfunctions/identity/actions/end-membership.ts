import { whyNotEnd, whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { InvitationStore } from '../../_stores/invitation-store'

/** At once: the next call with it is refused. */
export const endMembership =
  ({ invitations }: { invitations: InvitationStore }): Handler<'identity.endMembership'> =>
  async ({ membershipId }, { actor, now }) => {
    refuseIf(whyNotManage(actor, []))
    const membership = await invitations.findMembership(membershipId)
    if (!membership) throw new RuleError('THING.NOT_FOUND')
    refuseIf(whyNotEnd(actor, membership))
    await invitations.end(membershipId, { actor, now })
    return { ended: true }
  }
