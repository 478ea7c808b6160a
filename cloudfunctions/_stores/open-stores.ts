import type { IsoDay } from '@/domain/calendar/day'
import type { RegionCode } from '@/domain/organization/region'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { type Cipher, makeCipher } from './cipher'
import { connect, type Database } from './database'
import { FileStore } from './file-store'
import { OrganizationStore } from './organization-store'
import { PeopleStore } from './people-store'
import { ReplyStore } from './reply-store'
import { Writer } from './writer'

/** What the rules count days and make titles with; the same in every call. */
export type Surroundings = Omit<ObligationContext, 'today' | 'rootRegion'>

/** What every function needs; each function adds the stores of its own context. */
export interface Stores {
  readonly database: Database
  readonly cipher: Cipher
  readonly writer: Writer
  readonly people: PeopleStore
  readonly replies: ReplyStore
  readonly organization: OrganizationStore
  readonly files: FileStore
  /** The city: region whose office has what is without a place. */
  readonly city: RegionCode
  readonly contextOn: (today: IsoDay) => ObligationContext
}

/**
 * @param env the function's environment; `IDENTITY_KEYS` and `CITY_REGION` are required
 * @throws Error at start, in words, when the configuration is incomplete
 */
export const openStores = (env: NodeJS.ProcessEnv, surroundings: Surroundings): Stores => {
  const { IDENTITY_KEYS, CITY_REGION } = env
  if (!IDENTITY_KEYS) throw new Error('IDENTITY_KEYS is not set')
  if (!CITY_REGION) throw new Error('CITY_REGION is not set')
  const { cloud, database } = connect(env)
  const cipher = makeCipher(IDENTITY_KEYS)
  const contextOn = (today: IsoDay) => ({ ...surroundings, rootRegion: CITY_REGION, today })
  return {
    database,
    cipher,
    writer: new Writer(database, cipher, contextOn),
    people: new PeopleStore(database, cipher),
    replies: new ReplyStore(database, cipher),
    organization: new OrganizationStore(database),
    files: new FileStore(cloud),
    city: CITY_REGION,
    contextOn,
  }
}
