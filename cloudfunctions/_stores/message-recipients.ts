import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { regionPath } from '@/domain/organization/region-path'
import type { Role } from '@/domain/organization/role'
import type { UnitId } from '@/domain/organization/unit'
import type { Database, Doc } from './database'

/** A unit or an office has few people; more than this are not told at once. */
const mostMembers = 50

const peopleOf = (docs: readonly Doc[]): PersonId[] => [
  ...new Set(docs.map((doc) => doc.personId as PersonId)),
]

/** Who holds a role where. Asked once per run: the same units come again and again. */
export class MessageRecipients {
  private readonly known = new Map<string, Promise<PersonId[]>>()

  constructor(private readonly database: Database) {}

  /** People of a unit with one of the roles. */
  inUnit(unitId: UnitId, roles: readonly Role[]): Promise<PersonId[]> {
    return this.once(JSON.stringify([unitId, roles]), async () =>
      peopleOf(
        await this.database.find(
          'memberships',
          { unitId, role: this.database.command.in([...roles]), endedAt: null },
          { limit: mostMembers },
        ),
      ),
    )
  }

  /** People with one of the roles for the region, from the nearest office that has any. */
  forRegion(regionCode: RegionCode, roles: readonly Role[]): Promise<PersonId[]> {
    return this.once(JSON.stringify([regionCode, 'region', roles]), async () => {
      for (const code of regionPath(regionCode).reverse()) {
        const found = await Promise.all(roles.map((role) => this.inRegion(code, role)))
        if (found.some((people) => people.length > 0)) return [...new Set(found.flat())]
      }
      return []
    })
  }

  private inRegion(regionCode: RegionCode, role: Role): Promise<PersonId[]> {
    return this.once(JSON.stringify([regionCode, role]), async () =>
      peopleOf(
        await this.database.find(
          'memberships',
          { role, regionCode, endedAt: null },
          { limit: mostMembers },
        ),
      ),
    )
  }

  private once(key: string, ask: () => Promise<PersonId[]>): Promise<PersonId[]> {
    const known = this.known.get(key) ?? ask()
    this.known.set(key, known)
    return known
  }
}
