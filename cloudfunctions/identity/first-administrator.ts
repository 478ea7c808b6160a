import { systemActor } from '@/domain/organization/actor'
import type { Person } from '@/domain/organization/person'
import type { Call } from '../_kit/handler'
import { DuplicateId } from '../_stores/document'
import type { Environment } from '../_stores/environment'
import type { MembershipStore } from '../_stores/membership-store'
import type { Stores } from '../_stores/open-stores'

interface Deps extends Pick<Stores, 'writer' | 'people' | 'organization'> {
  readonly memberships: MembershipStore
}

/** The office that runs the system; the administrator renames it by importing this key. */
const officeKey = 'office'

/**
 * Who calls; the person whose openid stands in the environment with the administrator's
 * membership, which is given once. Everybody else joins by invitation.
 */
export type WithFirstAdministrator = (call: Call) => Promise<Person | null>

type Named = Pick<Environment, 'FIRST_ADMINISTRATOR' | 'CITY_REGION' | 'CITY_NAME' | 'HOST_NAME'>

/** @param env `FIRST_ADMINISTRATOR` is an openid */
export const makeWithFirstAdministrator = (
  { writer, people, organization, memberships }: Deps,
  env: Named,
): WithFirstAdministrator => {
  const { FIRST_ADMINISTRATOR, CITY_REGION, CITY_NAME, HOST_NAME } = env
  const city = { code: CITY_REGION, name: CITY_NAME, level: 'city' } as const
  const office = {
    id: officeKey,
    name: HOST_NAME,
    kind: 'department',
    regionCode: CITY_REGION,
    aliases: [],
    phone: null,
  } as const

  const ensureOffice = async (): Promise<void> => {
    const regions = await organization.regions([city.code])
    if (!regions.has(city.code)) await organization.putRegions([{ ...city, parentCode: null }])
    const units = await organization.units([office.id])
    if (!units.has(office.id)) await organization.putUnits([office])
  }

  /** One that was ended stays ended. */
  const begin = async (person: Person, call: Call): Promise<Person> => {
    await ensureOffice()
    const membership = {
      id: `${person.id}.first`,
      personId: person.id,
      role: 'administrator',
      unitId: office.id,
      regionCode: city.code,
    } as const
    const by = { ...call, actor: { ...systemActor, personId: person.id } }
    return writer.write(by, async (acting) => {
      if (await memberships.exists(acting, membership.id)) return person
      await memberships.begin(acting, membership, null)
      const held = [...person.memberships, { ...membership, unitKind: office.kind }]
      await people.hold(acting.transaction, person.id, held)
      return { ...person, memberships: held }
    })
  }

  return async (call) => {
    const { openid, person } = call
    if (!openid || openid !== FIRST_ADMINISTRATOR) return person
    const known = person ?? (await people.ensurePerson(openid, call.today))
    if (known.memberships.some(({ id }) => id === `${known.id}.first`)) return known
    try {
      return await begin(known, call)
    } catch (error) {
      // Two first calls at once: the other one gave it.
      if (error instanceof DuplicateId) return people.findPerson(openid)
      throw error
    }
  }
}
