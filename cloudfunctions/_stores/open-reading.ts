import type { RegionCode } from '@/domain/organization/region'
import type { Cipher } from './cipher'
import { connect, Database } from './database'
import { DeploymentGate, keysFrom } from './deployment-gate'
import type { Environment, ofEveryFunction } from './environment'
import { FileStore } from './file-store'
import { OrganizationStore } from './organization-store'
import { PeopleStore } from './people-store'
import { ReplyStore } from './reply-store'
import { StorageHome } from './storage-home'
import { WatchStore } from './watch-store'

/** What a function needs that changes no thing. */
export interface ReadingStores {
  readonly database: Database
  /** Whether this process may serve at all. */
  readonly gate: DeploymentGate
  readonly cipher: Cipher
  readonly people: PeopleStore
  readonly replies: ReplyStore
  readonly organization: OrganizationStore
  readonly files: FileStore
  readonly watch: WatchStore
  /** The city: region whose office has what is without a place. */
  readonly city: RegionCode
}

/**
 * @param env the function's environment; without the right `IDENTITY_KEYS` every call is refused by
 *   the gate, with one code for all functions
 */
export const openReading = (
  env: Pick<Environment, (typeof ofEveryFunction)[number]>,
): ReadingStores => {
  const cloud = connect(env.TCB_ENV)
  const home = new StorageHome(cloud)
  const addsSingly = env.DATABASE_ADDS_SINGLY === '1'
  const { cipher, areReadable } = keysFrom(env.IDENTITY_KEYS)
  const gate = new DeploymentGate(new Database(cloud), cipher, areReadable, home)
  const database = new Database(cloud, { addsSingly, requireOpen: () => gate.requireOpen() })
  return {
    database,
    gate,
    cipher,
    people: new PeopleStore(database, cipher),
    replies: new ReplyStore(database, cipher),
    organization: new OrganizationStore(database),
    files: new FileStore(cloud, home),
    watch: new WatchStore(database),
    city: env.CITY_REGION,
  }
}
