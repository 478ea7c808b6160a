import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { regionPath } from '@/domain/organization/region-path'
import type { Role } from '@/domain/organization/role'
import type { UnitId } from '@/domain/organization/unit'
import type { Database } from './database'
import type { Doc } from './document'

/** A unit or an office has few people; more than this are not told at once. */
const mostMembers = 50

const peopleOf = (docs: readonly Doc[]): PersonId[] => [
  ...new Set(docs.map((doc) => doc.personId as PersonId)),
]

/** Who holds a role where. Asked once per run: the same units come again and again. */
export class MessageRecipients {
  private readonly known = new Map<string, Promise<PersonId[]>>()
  private readonly offices = new Map<string, Promise<Doc[]>>()

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

  /**
   * People with one of the roles for the region, from the nearest office that has any.
   * @param except units whose people are not told
   */
  forRegion(
    regionCode: RegionCode,
    roles: readonly Role[],
    except: readonly UnitId[],
  ): Promise<PersonId[]> {
    return this.once(JSON.stringify([regionCode, 'region', roles, except]), async () => {
      for (const code of regionPath(regionCode).reverse()) {
        const found = await Promise.all(roles.map((role) => this.inRegion(code, role, except)))
        if (found.some((people) => people.length > 0)) return [...new Set(found.flat())]
      }
      return []
    })
  }

  private async inRegion(
    regionCode: RegionCode,
    role: Role,
    except: readonly UnitId[],
  ): Promise<PersonId[]> {
    const members = await this.membersFor(regionCode, role)
    return peopleOf(members.filter(({ unitId }) => !except.includes(unitId as UnitId)))
  }

  private membersFor(regionCode: RegionCode, role: Role): Promise<Doc[]> {
    const key = JSON.stringify([regionCode, role])
    const asked =
      this.offices.get(key) ??
      this.database.find('memberships', { role, regionCode, endedAt: null }, { limit: mostMembers })
    this.offices.set(key, asked)
    return asked
  }

  private once(key: string, ask: () => Promise<PersonId[]>): Promise<PersonId[]> {
    const known = this.known.get(key) ?? ask()
    this.known.set(key, known)
    return known
  }
}
