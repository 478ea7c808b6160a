import type { MembershipId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import type { StaffRole } from '@/domain/organization/role'
import { unitRolesOfStaff } from '@/domain/organization/scope'
import type { UnitId } from '@/domain/organization/unit'
import { RuleError } from '@/domain/refusal'
import type { Database } from './database'
import { type StoredMembership, membershipOf } from './membership-store'
import { storedTextOrNull } from './stored'
import type { Read } from './thing'

/** As many as a page of one unit shows. */
const pageSize = 99

/** Who acts for whom, beside the caller. */
export class MemberStore {
  constructor(private readonly database: Database) {}

  /** False also for one that has ended. */
  async isHeld(id: MembershipId): Promise<boolean> {
    return (await this.database.get('memberships', id))?.endedAt === null
  }

  /** Names as the office knows them, also of memberships that have ended. */
  async namesOf(ids: readonly MembershipId[]): Promise<ReadonlyMap<MembershipId, string | null>> {
    const docs = await this.database.getMany('memberships', ids)
    return new Map(docs.map(({ _id, name }) => [_id, storedTextOrNull(name)]))
  }

  /** One that is held, read in the transaction of a change. @throws RuleError `THING.NOT_FOUND` */
  async heldIn(read: Read, id: MembershipId): Promise<StoredMembership> {
    const doc = await read('memberships', id)
    if (!doc || doc.endedAt !== null) throw new RuleError('THING.NOT_FOUND')
    return membershipOf(doc)
  }

  /** Who holds one of these roles for one of these regions just now; at most 100. */
  async holdersOf(
    roles: readonly StaffRole[],
    regionCodes: readonly RegionCode[],
  ): Promise<StoredMembership[]> {
    const { command } = this.database
    const docs = await this.database.find(
      'memberships',
      { role: command.in([...roles]), regionCode: command.in([...regionCodes]), endedAt: null },
      { limit: pageSize + 1 },
    )
    return docs.map((doc) => membershipOf(doc))
  }

  /** As `holdersOf` and `ableAmong`, in one request where a page holds what both find. */
  async holdersAndAble(
    roles: readonly StaffRole[],
    regionCodes: readonly RegionCode[],
    unitIds: readonly UnitId[],
  ): Promise<{ readonly holders: StoredMembership[]; readonly able: ReadonlySet<UnitId> }> {
    const { command } = this.database
    const docs = await this.database.findAny(
      'memberships',
      [
        { role: command.in([...roles]), regionCode: command.in([...regionCodes]), endedAt: null },
        {
          unitId: command.in([...unitIds]),
          role: command.in([...unitRolesOfStaff]),
          endedAt: null,
        },
      ],
      pageSize + 1,
    )
    if (docs.length > pageSize)
      return {
        holders: await this.holdersOf(roles, regionCodes),
        able: await this.ableAmong(unitIds),
      }
    const found = docs.map((doc) => membershipOf(doc))
    const able = found.filter(({ role }) => unitRolesOfStaff.some((each) => each === role))
    return {
      holders: found.filter(
        ({ role, regionCode }) => roles.includes(role) && regionCodes.includes(regionCode),
      ),
      able: new Set(able.map(({ unitId }) => unitId)),
    }
  }

  /** Which of these units could do what they are given: a firm has nobody for it. */
  async ableAmong(unitIds: readonly UnitId[]): Promise<ReadonlySet<UnitId>> {
    const { command } = this.database
    const able = new Set<UnitId>()
    for (let left = [...new Set(unitIds)]; left.length > 0;) {
      const docs = await this.database.find(
        'memberships',
        { unitId: command.in(left), role: command.in([...unitRolesOfStaff]), endedAt: null },
        { limit: pageSize + 1 },
      )
      for (const doc of docs) able.add(membershipOf(doc).unitId)
      // A full page may have left a unit out, and has found one at least.
      left = docs.length > pageSize ? left.filter((id) => !able.has(id)) : []
    }
    return able
  }

  /** Those that have not ended, by role and in the order in which they began. */
  async ofUnit(
    unitId: UnitId,
  ): Promise<{ readonly items: StoredMembership[]; readonly more: boolean }> {
    const docs = await this.database.find(
      'memberships',
      { unitId, endedAt: null },
      { sort: [['role', 'asc']], limit: pageSize + 1 },
    )
    const items = docs.slice(0, pageSize).map((doc) => membershipOf(doc))
    return { items, more: docs.length > pageSize }
  }
}
