import { RuleError } from '@/domain/refusal'
import { type Cipher, makeCipher } from './cipher'
import type { Database } from './database'
import { type Doc, DuplicateId } from './document'
import type { StorageHome } from './storage-home'
import { storedText, storedTextOrNull } from './stored'

export const deploymentCollection = 'deployment'
/** The one document: which key this database has, where its files are, and whether anything may be written. */
const deploymentId = 'this'

/** A function reads the switch again after this long; whoever closes writing waits for it. */
export const switchHoldsMs = 30_000

const refuseKey = (): never => {
  throw new RuleError('SERVICE.KEY')
}

/** Stands where a cipher would, so that a process without one can say so to everybody. */
const noCipher: Cipher = {
  seal: refuseKey,
  open: refuseKey,
  blind: refuseKey,
  fingerprint: '',
  isSealedWithOlder: refuseKey,
}

/** The keys of this process; `areReadable` is false when there are none or they are no keys. */
export const keysFrom = (
  keys: string | undefined,
): { readonly cipher: Cipher; readonly areReadable: boolean } => {
  try {
    return { cipher: makeCipher(keys ?? ''), areReadable: true }
  } catch {
    return { cipher: noCipher, areReadable: false }
  }
}

/**
 * Whether this process may serve: its key is the one of the database, and writing is not closed.
 * With another key everybody would be a stranger and every report lost from view. The key is
 * compared once in a process, the switch at most every `switchHoldsMs` and only by who writes.
 */
export class DeploymentGate {
  private isKeyRight = false
  private isClosed = false
  private readAt = -Infinity

  /** @param database one that asks no gate */
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly areKeysReadable: boolean,
    private readonly home: StorageHome,
  ) {}

  /** @throws RuleError `SERVICE.KEY` */
  async requireKey(): Promise<void> {
    if (this.isKeyRight) return
    if (!this.areKeysReadable) refuseKey()
    await this.look()
  }

  /** @throws RuleError `SERVICE.KEY`, `SERVICE.CLOSED` */
  async requireOpen(): Promise<void> {
    await this.requireKey()
    if (this.isClosed || performance.now() - this.readAt > switchHoldsMs) await this.look()
    if (this.isClosed) throw new RuleError('SERVICE.CLOSED')
  }

  /** For the operator's commands: writes are refused from `switchHoldsMs` later on, or no more. */
  async setClosed(isClosed: boolean): Promise<void> {
    await this.requireKey()
    await this.database.update(deploymentCollection, deploymentId, { isClosed })
  }

  /** What is being restored here; null when nothing is. */
  async restoring(): Promise<string | null> {
    return storedTextOrNull((await this.find())?.restoring)
  }

  /** Nothing else is written here until `endRestoring`. */
  async beginRestoring(restoring: string): Promise<void> {
    await this.requireKey()
    const fields = { isClosed: true, restoring }
    await this.database.update(deploymentCollection, deploymentId, fields)
  }

  async endRestoring(): Promise<void> {
    const fields = { isClosed: false, restoring: null }
    await this.database.update(deploymentCollection, deploymentId, fields)
  }

  /** The seal on the key's name is made anew, with the key that seals now. */
  async sealAgain(): Promise<void> {
    await this.requireKey()
    const key = this.cipher.seal(this.cipher.fingerprint)
    await this.database.update(deploymentCollection, deploymentId, { key })
  }

  private async look(): Promise<void> {
    const readAt = performance.now()
    const doc = (await this.find()) ?? (await this.begin())
    if (!this.isOwnKey(doc)) refuseKey()
    this.isKeyRight = true
    this.isClosed = doc.isClosed === true
    if (typeof doc.home === 'string') this.home.learn(doc.home)
    this.readAt = readAt
  }

  private find(): Promise<Doc | null> {
    return this.database.get(deploymentCollection, deploymentId)
  }

  /** The first function that starts names the key; the others compare. */
  private async begin(): Promise<Doc> {
    if (!(await this.opensWhatIsThere())) refuseKey()
    const key = this.cipher.seal(this.cipher.fingerprint)
    const home = await this.home.find()
    const doc: Doc = { _id: deploymentId, key, home, isClosed: false }
    try {
      await this.database.create(deploymentCollection, doc)
      return doc
    } catch (error) {
      if (!(error instanceof DuplicateId)) throw error
      return (await this.find()) ?? Promise.reject(error)
    }
  }

  /** A database from before keys had names: the key is right when it finds and opens a person. */
  private async opensWhatIsThere(): Promise<boolean> {
    const anyId = { _id: this.database.command.gt('') }
    const [doc] = await this.database.find('identities', anyId, { limit: 1 })
    if (!doc) return true
    try {
      return this.cipher.blind(`openid ${this.cipher.open(storedText(doc.openid))}`) === doc._id
    } catch {
      return false
    }
  }

  private isOwnKey(doc: Doc): boolean {
    try {
      return this.cipher.open(storedText(doc.key)) === this.cipher.fingerprint
    } catch {
      return false
    }
  }
}
