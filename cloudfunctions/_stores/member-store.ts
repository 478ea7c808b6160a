import type { UnitId } from '@/domain/organization/unit'
import { thingOf } from './bookkeeping'
import type { Database } from './database'
import type { StoredMembership } from './membership-store'

/** As many as a page of one unit shows. */
const pageSize = 99

/** Who acts for a unit, read for the page of an administrator. */
export class MemberStore {
  constructor(private readonly database: Database) {}

  /** Those that have not ended, by role and in the order in which they began. */
  async ofUnit(
    unitId: UnitId,
  ): Promise<{ readonly items: StoredMembership[]; readonly more: boolean }> {
    const docs = await this.database.find(
      'memberships',
      { unitId, endedAt: null },
      { sort: [['role', 'asc']], limit: pageSize + 1 },
    )
    const items = docs.slice(0, pageSize).map((doc) => thingOf<StoredMembership>(doc))
    return { items, more: docs.length > pageSize }
  }
}
