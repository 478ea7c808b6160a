import { type Cipher, makeCipher } from './cipher'
import type { Writer } from './change-thing'
import { connect, type Database } from './database'
import { FileStore } from './file-store'
import { OrganizationStore } from './organization-store'
import { PeopleStore } from './people-store'
import { ReplyStore } from './reply-store'

/** What every function needs; each function adds the stores of its own context. */
export interface Stores {
  readonly database: Database
  readonly cipher: Cipher
  readonly writer: Writer
  readonly people: PeopleStore
  readonly replies: ReplyStore
  readonly organization: OrganizationStore
  readonly files: FileStore
}

/**
 * @param env the function's environment; `IDENTITY_KEYS` is required
 * @throws Error at start, in words, when the configuration is incomplete
 */
export const openStores = (env: NodeJS.ProcessEnv): Stores => {
  if (!env.IDENTITY_KEYS) throw new Error('IDENTITY_KEYS is not set')
  const { cloud, database } = connect(env)
  const cipher = makeCipher(env.IDENTITY_KEYS)
  return {
    database,
    cipher,
    writer: { database, cipher },
    people: new PeopleStore(database, cipher),
    replies: new ReplyStore(database, cipher),
    organization: new OrganizationStore(database),
    files: new FileStore(cloud),
  }
}
