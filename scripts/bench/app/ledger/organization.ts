import { type Actor, systemActor } from '@/domain/organization/actor'
import type { Region } from '@/domain/organization/region'
import type { StaffRole } from '@/domain/organization/role'
import type { Unit, UnitKind } from '@/domain/organization/unit'
import { MembershipStore } from '@/cloudfunctions/_stores/membership-store'
import { OrganizationStore } from '@/cloudfunctions/_stores/organization-store'
import { PeopleStore } from '@/cloudfunctions/_stores/people-store'
import { by, city, daysAgo, type Making } from './make'

const counties = ['440902', '440904', '440981', '440982', '440983']
const departments = 50
const townsInCounty = 8
const villagesInTown = 5

/** Somebody of an office: whose session, and as what they act. */
export interface Colleague extends Actor {
  readonly openid: string
  readonly personId: string
  readonly membershipId: string
  readonly unitId: string
}

export interface City {
  readonly coordinator: Colleague
  readonly publisher: Colleague
  readonly intake: Colleague
  /** One of each department, who signs for its shares and answers reports. */
  readonly staff: readonly Colleague[]
  readonly counties: readonly string[]
  readonly villages: readonly string[]
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const makeRegions = (): Region[] => {
  const regions: Region[] = [{ code: city, name: '茂名市', level: 'city', parentCode: null }]
  const add = (code: string, name: string, level: Region['level'], parentCode: string): string => {
    regions.push({ code, name, level, parentCode })
    return code
  }
  for (const [index, county] of counties.entries()) {
    add(county, `第${index + 1}区`, 'county', city)
    for (let t = 1; t <= townsInCounty; t += 1) {
      const town = add(`${county}1${twoDigits(t)}`, `${index + 1}区${t}镇`, 'town', county)
      for (let v = 1; v <= villagesInTown; v += 1)
        add(`${town}2${twoDigits(v)}`, `${index + 1}区${t}镇${v}村`, 'village', town)
    }
  }
  return regions
}

const unit = (id: string, name: string, kind: UnitKind): Unit => ({
  id,
  name,
  kind,
  regionCode: city,
  aliases: [],
  phone: '0668-2000000',
})

export const makeCity = async (making: Making): Promise<City> => {
  const { database, cipher, writer } = making
  const day = daysAgo(365)
  const organization = new OrganizationStore(database)
  const people = new PeopleStore(database, cipher)
  const memberships = new MembershipStore(cipher)
  const regions = makeRegions()
  const units = [
    unit('office', '市整改办', 'department'),
    ...Array.from({ length: departments }, (_, i) =>
      unit(`bureau-${i}`, `市第${i}局`, 'department'),
    ),
  ]
  await organization.putRegions(regions)
  await organization.putUnits(units)

  const employ = async (openid: string, role: StaffRole, unitId: string): Promise<Colleague> => {
    const { id: personId } = await people.makePerson(openid, day)
    const membership = { id: `${unitId}-${role}`, personId, role, unitId, regionCode: city }
    const unitKind = 'department' as const
    await writer.write(by(systemActor, day), async (acting) => {
      await memberships.begin(acting, membership, null)
      await people.hold(acting.transaction, personId, [{ ...membership, unitKind }])
    })
    const acts = { membershipId: membership.id, unitKind, belongsTo: [unitId] }
    return { openid, personId, role, unitId, regionCode: city, ...acts }
  }
  return {
    coordinator: await employ('openid-coordinator', 'coordinator', 'office'),
    publisher: await employ('openid-publisher', 'publisher', 'office'),
    intake: await employ('openid-intake', 'intake', 'office'),
    staff: await Promise.all(
      units.slice(1).map(({ id }) => employ(`openid-${id}`, 'unitStaff', id)),
    ),
    counties,
    villages: regions.filter(({ level }) => level === 'village').map(({ code }) => code),
  }
}
