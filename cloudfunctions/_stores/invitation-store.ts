import type { Membership, PersonId } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import { type Database, type Doc, DuplicateId } from './database'
import { membershipOf } from './people-store'

export interface Invitation {
  readonly role: Membership['role']
  readonly unitId: string
  readonly regionCode: string
  /** Of the person invited, so that the office knows whom to phone. */
  readonly name: string
  readonly expiresAt: number
}

/** One-time invitations and the memberships they turn into. Only a digest of the code is kept. */
export class InvitationStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async create(code: string, invitation: Invitation): Promise<void> {
    await this.database.create('invitations', {
      _id: this.idOf(code),
      ...invitation,
      usedAt: null,
    })
  }

  /**
   * @param refuse throws when this person may not hold the role
   * @throws RuleError `IDENTITY.INVITATION_INVALID` when used, expired or never issued
   */
  async accept(
    code: string,
    membershipId: string,
    by: { readonly personId: PersonId; readonly now: number },
    refuse: (role: Membership['role']) => void,
  ): Promise<Membership> {
    return this.database.transact(async (transaction) => {
      // A repeated arrival of the call that used the code finds its own membership.
      const own = await transaction.get('memberships', membershipId)
      if (own) return membershipOf(own)
      const doc = await transaction.get('invitations', this.idOf(code))
      if (!doc || doc.usedAt !== null || (doc.expiresAt as number) <= by.now)
        throw new RuleError('IDENTITY.INVITATION_INVALID')
      refuse(doc.role as Membership['role'])
      const { role, unitId, regionCode, name } = doc
      const fresh = { _id: membershipId, personId: by.personId, role, unitId, regionCode, name }
      await transaction.put('invitations', { ...doc, usedAt: by.now })
      await transaction.create('memberships', { ...fresh, since: by.now, endedAt: null })
      return membershipOf(fresh)
    })
  }

  /** The membership that no invitation makes; one that was ended stays ended. */
  async ensure(membership: Membership, now: number): Promise<void> {
    const { id, ...rest } = membership
    const doc: Doc = { _id: id, ...rest, name: null, since: now, endedAt: null }
    try {
      await this.database.create('memberships', doc)
    } catch (error) {
      if (!(error instanceof DuplicateId)) throw error
    }
  }

  /** Null when there never was one; ended ones too. */
  async findMembership(id: string): Promise<Membership | null> {
    const doc = await this.database.get('memberships', id)
    return doc ? membershipOf(doc) : null
  }

  async end(membershipId: string, now: number): Promise<void> {
    const doc = await this.database.get('memberships', membershipId)
    if (doc && doc.endedAt === null)
      await this.database.put('memberships', { ...doc, endedAt: now })
  }

  private idOf(code: string): string {
    return this.cipher.blind(`invitation ${code.trim().toUpperCase()}`)
  }
}
