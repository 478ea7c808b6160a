import type { MembershipId, PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { regionPath } from '@/domain/organization/region-path'
import { type Role, roles as everyRole } from '@/domain/organization/role'
import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { Database } from '../database'
import type { Doc } from '../document'
import type { PeopleStore } from '../people-store'
import { findSigners, type SignerOf } from '../task-signers'
import { storedOneOf, storedText, storedTextOrNull } from '../stored'

/** A unit or an office has few people; more than this are not told at once. */
const mostMembers = 50

/** Who is told, and in which capacity: so that whoever phones knows whom and where. */
export interface Recipient {
  readonly personId: PersonId
  /** Null for a person who is told as themselves. */
  readonly membershipId: MembershipId | null
}

/** Each person once, in the capacity that comes first. */
export const eachOnce = (recipients: readonly Recipient[]): Recipient[] =>
  recipients.filter(
    ({ personId }, place) => recipients.findIndex((other) => other.personId === personId) === place,
  )

const peopleOf = (docs: readonly Doc[]): Recipient[] =>
  eachOnce(docs.map((doc) => ({ personId: storedText(doc.personId), membershipId: doc._id })))

/** What a membership says of a person, also after it has ended. */
export interface Capacity {
  readonly unitId: UnitId
  readonly role: Role
  readonly name: string | null
}

/** Who holds a role where. Asked once per run: the same units come again and again. */
export class MessageRecipients {
  private readonly known = new Map<string, Promise<Recipient[]>>()
  private readonly offices = new Map<string, Promise<Doc[]>>()
  /** Of the tasks that were looked up last. */
  signerOf: SignerOf = () => null

  constructor(
    private readonly database: Database,
    private readonly people: Pick<PeopleStore, 'unitsOf'>,
  ) {}

  /** Who signed for the shares of these tasks: `signerOf` knows them from now on. */
  async lookUpSigners(taskIds: readonly TaskId[]): Promise<void> {
    this.signerOf = await findSigners(this.database, taskIds)
  }

  /**
   * People of a unit with one of the roles.
   * @param except units whose members are not told, in whatever role
   */
  inUnit(unitId: UnitId, roles: readonly Role[], except: readonly UnitId[]): Promise<Recipient[]> {
    return this.once(JSON.stringify([unitId, roles, except]), async () => {
      const docs = await this.database.find(
        'memberships',
        { unitId, role: this.database.command.in([...roles]), endedAt: null },
        { limit: mostMembers },
      )
      return this.withoutMembersOf(except, peopleOf(docs))
    })
  }

  /** Who holds this membership, while they do; nobody who is a member of an excepted unit. */
  holderOf(id: MembershipId, except: readonly UnitId[]): Promise<Recipient[]> {
    return this.once(JSON.stringify([id, 'holder', except]), async () => {
      const doc = await this.database.get('memberships', id)
      return this.withoutMembersOf(except, doc?.endedAt === null ? peopleOf([doc]) : [])
    })
  }

  /**
   * People with one of the roles for the region, from the nearest office that has any.
   * @param except units whose members are not told, in whatever role
   */
  forRegion(
    regionCode: RegionCode,
    roles: readonly Role[],
    except: readonly UnitId[],
  ): Promise<Recipient[]> {
    return this.once(JSON.stringify([regionCode, 'region', roles, except]), async () => {
      for (const code of regionPath(regionCode).reverse()) {
        const found = await Promise.all(roles.map((role) => this.inRegion(code, role, except)))
        if (found.some((people) => people.length > 0)) return eachOnce(found.flat())
      }
      return []
    })
  }

  /** Whom these memberships name, by id. */
  async capacities(ids: readonly MembershipId[]): Promise<Map<MembershipId, Capacity>> {
    const docs = await this.database.getMany('memberships', ids)
    return new Map(
      docs.map((doc) => [
        doc._id,
        {
          unitId: storedText(doc.unitId),
          role: storedOneOf(everyRole, doc.role),
          name: storedTextOrNull(doc.name),
        },
      ]),
    )
  }

  private async inRegion(
    regionCode: RegionCode,
    role: Role,
    except: readonly UnitId[],
  ): Promise<Recipient[]> {
    return this.withoutMembersOf(except, peopleOf(await this.membersFor(regionCode, role)))
  }

  /** Without everybody who belongs to one of these units, by this or by another membership. */
  private async withoutMembersOf(
    except: readonly UnitId[],
    found: Recipient[],
  ): Promise<Recipient[]> {
    if (except.length === 0 || found.length === 0) return found
    const units = await this.people.unitsOf(found.map(({ personId }) => personId))
    return found.filter(
      ({ personId }) => !units.get(personId)?.some((unitId) => except.includes(unitId)),
    )
  }

  private membersFor(regionCode: RegionCode, role: Role): Promise<Doc[]> {
    const key = JSON.stringify([regionCode, role])
    const asked =
      this.offices.get(key) ??
      this.database.find('memberships', { role, regionCode, endedAt: null }, { limit: mostMembers })
    this.offices.set(key, asked)
    return asked
  }

  private once(key: string, ask: () => Promise<Recipient[]>): Promise<Recipient[]> {
    const known = this.known.get(key) ?? ask()
    this.known.set(key, known)
    return known
  }
}
