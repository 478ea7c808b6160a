import { type Membership, type PersonId, systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import {
  type By,
  changeThing,
  createThing,
  createWithin,
  type ThingCodec,
  thingOf,
  type Writer,
} from './change-thing'
import { membershipOf } from './people-store'

export interface Invitation {
  readonly role: Membership['role']
  readonly unitId: string
  readonly regionCode: string
  /** Of the person invited, so that the office knows whom to phone. */
  readonly name: string
  readonly invitedById: PersonId
  readonly expiresAt: number
}

interface StoredInvitation extends Invitation {
  readonly id: string
  readonly usedAt: number | null
}

interface StoredMembership extends Membership {
  readonly name: string | null
  readonly since: number
  readonly endedAt: number | null
}

const invitationCodec: ThingCodec<StoredInvitation> = {
  thing: 'identity',
  collection: 'invitations',
  derived: () => ({}),
}
const membershipCodec: ThingCodec<StoredMembership> = {
  thing: 'identity',
  collection: 'memberships',
  derived: () => ({}),
}

/** What the audit says of who may act as what: the person enters as the digest of who acts. */
const scopeOf = ({ role, unitId, regionCode }: Omit<Membership, 'id' | 'personId'>) => ({
  role,
  unitId,
  regionCode,
})

/** One-time invitations and the memberships they turn into. Only a digest of the code is kept. */
export class InvitationStore {
  constructor(private readonly writer: Writer) {}

  /** A repeated arrival finds the first one's. */
  async create(code: string, invitation: Invitation, by: By): Promise<void> {
    await createThing(this.writer, invitationCodec, by, {
      next: { ...invitation, id: this.idOf(code), usedAt: null },
      event: 'invite',
      changes: scopeOf(invitation),
      obligations: [],
    })
  }

  /**
   * @param refuse throws when this person may not take this invitation
   * @throws RuleError `IDENTITY.INVITATION_INVALID` when used, expired or never issued
   */
  async accept(
    code: string,
    membershipId: string,
    personId: PersonId,
    by: By,
    refuse: (invitation: Invitation) => void,
  ): Promise<Membership> {
    // A repeated arrival of the call that used the code finds its own membership.
    const own = await this.findMembership(membershipId)
    if (own) return own
    const { database } = this.writer
    const id = this.idOf(code)
    if (!(await database.get(invitationCodec.collection, id)))
      throw new RuleError('IDENTITY.INVITATION_INVALID')
    const { role, unitId, regionCode } = await changeThing(
      this.writer,
      invitationCodec,
      id,
      by,
      (invitation) => {
        if (invitation.usedAt !== null || invitation.expiresAt <= by.now)
          throw new RuleError('IDENTITY.INVITATION_INVALID')
        refuse(invitation)
        const scope = scopeOf(invitation)
        const { name } = invitation
        const fresh = { id: membershipId, personId, ...scope, name, since: by.now, endedAt: null }
        return {
          next: { ...invitation, usedAt: by.now },
          event: 'acceptInvitation',
          changes: { membershipId },
          obligations: [],
          also: (transaction) =>
            createWithin(this.writer, transaction, membershipCodec, by, {
              next: fresh,
              event: 'beginMembership',
              changes: scope,
              obligations: [],
            }),
        }
      },
    )
    return { id: membershipId, personId, role, unitId, regionCode }
  }

  /** The membership that no invitation makes; one that was ended stays ended. */
  async ensure(membership: Membership, now: number): Promise<void> {
    const by = { actor: { ...systemActor, personId: membership.personId }, now }
    await createThing(this.writer, membershipCodec, by, {
      next: { ...membership, name: null, since: now, endedAt: null },
      event: 'beginMembership',
      changes: scopeOf(membership),
      obligations: [],
    })
  }

  /** Null when there never was one; ended ones too. */
  async findMembership(id: string): Promise<Membership | null> {
    const doc = await this.writer.database.get(membershipCodec.collection, id)
    return doc ? membershipOf(doc) : null
  }

  /** Ending what has ended changes nothing. */
  async end(membershipId: string, by: By): Promise<void> {
    const doc = await this.writer.database.get(membershipCodec.collection, membershipId)
    if (!doc || thingOf<StoredMembership>(doc).endedAt !== null) return
    await changeThing(this.writer, membershipCodec, membershipId, by, (membership) => ({
      next: { ...membership, endedAt: by.now },
      event: 'endMembership',
      changes: {},
      obligations: [],
    }))
  }

  private idOf(code: string): string {
    return this.writer.cipher.blind(`invitation ${code.trim().toUpperCase()}`)
  }
}
