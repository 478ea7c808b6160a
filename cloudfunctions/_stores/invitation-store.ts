import type { Membership, PersonId } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { Database } from './database'

export interface Invitation {
  readonly role: Membership['role']
  readonly unitId: string
  readonly regionCode: string
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

  /** @throws RuleError `IDENTITY.INVITATION_INVALID` when used, expired or never issued */
  async accept(
    code: string,
    personId: PersonId,
    membershipId: string,
    now: number,
  ): Promise<Membership> {
    return this.database.transact(async (transaction) => {
      const doc = await transaction.get('invitations', this.idOf(code))
      if (!doc || doc.usedAt !== null || (doc.expiresAt as number) <= now)
        throw new RuleError('IDENTITY.INVITATION_INVALID')
      const membership: Membership = {
        id: membershipId,
        personId,
        role: doc.role as Membership['role'],
        unitId: doc.unitId as string,
        regionCode: doc.regionCode as string,
      }
      const { id, ...rest } = membership
      await transaction.put('invitations', { ...doc, usedAt: now })
      await transaction.create('memberships', { _id: id, ...rest, since: now, endedAt: null })
      return membership
    })
  }

  async ensure(membership: Membership, now: number): Promise<void> {
    const { id, ...rest } = membership
    if (await this.database.get('memberships', id)) return
    await this.database.put('memberships', { _id: id, ...rest, since: now, endedAt: null })
  }

  /** @throws RuleError `THING.NOT_FOUND` */
  async end(membershipId: string, now: number): Promise<void> {
    const doc = await this.database.get('memberships', membershipId)
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    await this.database.put('memberships', { ...doc, endedAt: doc.endedAt ?? now })
  }

  private idOf(code: string): string {
    return this.cipher.blind(`invitation ${code.trim().toUpperCase()}`)
  }
}
