import type { PersonId } from '@/domain/organization/actor'
import type { InvitationStore } from '../_stores/invitation-store'
import type { Stores } from '../_stores/open-stores'

interface Deps extends Pick<Stores, 'people' | 'organization'> {
  readonly invitations: InvitationStore
}

/** The office that runs the system; the administrator renames it by importing this key. */
const officeKey = 'office'

/**
 * Gives the person whose openid stands in the environment the administrator's membership, once;
 * everybody else joins by invitation. Answers that person, or null for anybody else.
 */
export type EnsureFirstAdministrator = (
  openid: string | null,
  now: number,
) => Promise<PersonId | null>

/**
 * @param env `FIRST_ADMINISTRATOR` (openid), `CITY_REGION`, `CITY_NAME`, `HOST_NAME`
 * @throws Error at start when `CITY_REGION` is not set
 */
export const makeEnsureFirstAdministrator = (
  { people, organization, invitations }: Deps,
  env: NodeJS.ProcessEnv,
): EnsureFirstAdministrator => {
  const { FIRST_ADMINISTRATOR, CITY_REGION, CITY_NAME, HOST_NAME } = env
  if (!CITY_REGION) throw new Error('CITY_REGION is not set')
  const city = { code: CITY_REGION, name: CITY_NAME ?? CITY_REGION, level: 'city' } as const
  const office = {
    id: officeKey,
    name: HOST_NAME ?? officeKey,
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

  return async (openid, now) => {
    if (!openid || openid !== FIRST_ADMINISTRATOR) return null
    const personId = await people.ensurePerson(openid, now)
    const id = `${personId}.first`
    if (await invitations.findMembership(id)) return personId
    await ensureOffice()
    await invitations.ensure(
      { id, personId, role: 'administrator', unitId: office.id, regionCode: city.code },
      now,
    )
    return personId
  }
}
