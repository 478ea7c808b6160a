import type { StaffRole } from '@/domain/organization/role'
import type { UnitId } from '@/domain/organization/unit'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { invitationCode } from './invitation-code'
import { invitationId } from './membership-store'
import { storedNumber } from './stored'

/** One row of 人员. */
export interface RosterPerson {
  readonly name: string
  readonly phone: string
  readonly unitKey: UnitId
  readonly role: StaffRole
}

export type RosterState = 'waiting' | 'joined' | 'expired'

/**
 * Invitations of a roster. The code of a row follows from its words and the server's secret, so
 * that the same row finds the invitation that was made of it: neither the code nor the telephone
 * is kept.
 */
export class RosterInvitations {
  constructor(
    private readonly database: Database,
    private readonly cipher: Pick<Cipher, 'blind'>,
  ) {}

  codeOf({ name, phone, unitKey, role }: RosterPerson): string {
    const row = JSON.stringify([unitKey, role, name, phone.replace(/-/g, '')])
    return invitationCode(this.cipher.blind(`roster ${row}`))
  }

  /** In the order of the rows; null for one that was not invited by a roster. */
  async statesOf(
    people: readonly RosterPerson[],
    now: number,
  ): Promise<readonly (RosterState | null)[]> {
    const ids = people.map((person) => invitationId(this.cipher, this.codeOf(person)))
    const docs = await this.database.getMany('invitations', ids)
    const states = new Map(
      docs.map(({ _id, usedAt, expiresAt }): [string, RosterState] => {
        if (usedAt !== null) return [_id, 'joined']
        return [_id, storedNumber(expiresAt) <= now ? 'expired' : 'waiting']
      }),
    )
    return ids.map((id) => states.get(id) ?? null)
  }
}
