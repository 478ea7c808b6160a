import { staffRoles } from '@/domain/organization/role'
import type { Membership, PersonId } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { Doc } from './document'
import type { Acting, Thing } from './thing'
import { orNone, thingsOf } from './shape'

export interface Invitation {
  readonly role: Membership['role']
  readonly unitId: string
  readonly regionCode: string
  /** Of the person invited, so that the office knows whom to phone. */
  readonly name: string
  readonly invitedById: PersonId
  /** 交接: the membership that ends when this one begins. */
  readonly replacesId: string | null
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

interface StoredInvitation extends Invitation {
  readonly id: string
  /** Epoch milliseconds; null while it can be taken. */
  readonly usedAt: number | null
}

export interface StoredMembership extends Membership {
  readonly name: string | null
  readonly since: number
  readonly endedAt: number | null
}

/** Nothing is owed on it, and no page offers an event of it. */
const plainThing = <T extends { readonly id: string }>(
  collection: string,
  parsed: (doc: Doc) => T,
): Thing<T, null, never> => ({
  kind: 'identity',
  collection,
  parsed,
  derived: () => ({}),
  facts: () => null,
  allowed: () => [],
  owed: () => [],
})

const invitationOf = thingsOf<StoredInvitation>({
  id: 'text',
  role: staffRoles,
  unitId: 'text',
  regionCode: 'text',
  name: 'text',
  invitedById: 'text',
  replacesId: orNone('text'),
  expiresAt: 'number',
  usedAt: orNone('number'),
})

export const membershipOf = thingsOf<StoredMembership>({
  id: 'text',
  personId: 'text',
  role: staffRoles,
  unitId: 'text',
  regionCode: 'text',
  name: orNone('text'),
  since: 'number',
  endedAt: orNone('number'),
})

const invitations = plainThing('invitations', invitationOf)
const memberships = plainThing('memberships', membershipOf)

/** Under which id the invitation of a code lies. */
export const invitationId = (cipher: Pick<Cipher, 'blind'>, code: string): string =>
  cipher.blind(`invitation ${code.trim().toUpperCase()}`)

/** What the audit says of who may act as what: the person enters as the digest of who acts. */
const scopeOf = ({ role, unitId, regionCode }: Omit<Membership, 'id' | 'personId'>) => ({
  role,
  unitId,
  regionCode,
})

/** One-time invitations and the memberships they turn into. Only a digest of the code is kept. */
export class MembershipStore {
  constructor(private readonly cipher: Pick<Cipher, 'blind'>) {}

  async invite(acting: Acting, code: string, invitation: Invitation): Promise<void> {
    await acting.make(invitations, 'invite', {
      next: { ...invitation, id: this.idOf(code), usedAt: null },
      changes: scopeOf(invitation),
    })
  }

  /**
   * Uses an invitation up.
   * @param refuse throws when this person may not take it
   * @returns the new membership and which one it replaces
   * @throws RuleError `IDENTITY.INVITATION_INVALID` when used, expired or never issued
   */
  async take(
    acting: Acting,
    code: string,
    membership: { readonly id: string; readonly personId: PersonId },
    refuse: (invitation: Invitation) => void,
  ): Promise<{ readonly membership: Membership; readonly replacesId: string | null }> {
    const invalid = (): never => {
      throw new RuleError('IDENTITY.INVITATION_INVALID')
    }
    const { now } = acting.by
    const change = acting.change(
      invitations,
      this.idOf(code),
      'acceptInvitation',
      (invitation) => {
        if (invitation.usedAt !== null || invitation.expiresAt <= now) invalid()
        refuse(invitation)
        return { next: { ...invitation, usedAt: now }, changes: { membershipId: membership.id } }
      },
      invalid,
    )
    const { name, ...invitation } = await change
    const begun = { ...membership, ...scopeOf(invitation) }
    await this.begin(acting, begun, name)
    // Invitations made before 交接 was there say nothing of it.
    return { membership: begun, replacesId: invitation.replacesId ?? null }
  }

  /** @param name of the person as the office knows them; null where nobody was invited */
  async begin(acting: Acting, membership: Membership, name: string | null): Promise<void> {
    await acting.make(memberships, 'beginMembership', {
      next: { ...membership, name, since: acting.by.now, endedAt: null },
      changes: scopeOf(membership),
    })
  }

  /**
   * Ending what has ended changes nothing.
   * @param refuse throws when the caller may not end it
   * @throws RuleError `THING.NOT_FOUND`
   */
  async end(
    acting: Acting,
    membershipId: string,
    refuse: (membership: Membership) => void,
  ): Promise<Membership> {
    return acting.change(memberships, membershipId, 'endMembership', (membership) => {
      refuse(membership)
      if (membership.endedAt !== null) return null
      return { next: { ...membership, endedAt: acting.by.now }, changes: {} }
    })
  }

  /** What somebody took out of the ledger stands in the chain of who they did it as. */
  async keepExport(
    acting: Acting,
    membershipId: string,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await acting.change(memberships, membershipId, 'exportLedger', (membership) => ({
      next: membership,
      changes,
    }))
  }

  /** One that has not ended, read in the transaction of a change; null when there is none. */
  async held(acting: Acting, membershipId: string): Promise<Membership | null> {
    const doc = await acting.read(memberships.collection, membershipId)
    if (!doc || doc.endedAt !== null) return null
    return membershipOf(doc)
  }

  /** Ended ones too. */
  async exists(acting: Acting, membershipId: string): Promise<boolean> {
    return (await acting.read(memberships.collection, membershipId)) !== null
  }

  private idOf(code: string): string {
    return invitationId(this.cipher, code)
  }
}
