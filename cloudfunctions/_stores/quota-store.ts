import { addDays, beijingDay, type IsoDay } from '@/domain/calendar/day'
import { type QuotaName, quotas, takenWith } from '@/domain/feedback/quota'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { type Doc, WriteConflict } from './document'
import type { Transaction } from './transaction'
import { storedNumbers, storedText } from './stored'

const collection = 'quotas'

/** One more of something. */
export interface Taking {
  readonly quota: QuotaName
  /** Id of the person or openid of the caller; null: all callers together. */
  readonly by: string | null
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * How often something was taken lately. A row says neither of whom nor when: its id is a keyed
 * digest, the minutes are sealed, and it goes a day later.
 */
export class QuotaStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /**
   * For `Change.also`: one more is taken, if the change is committed.
   * @throws RuleError the quota's refusal when it is spent
   */
  take(taking: Taking) {
    const _id = this.idOf(taking)
    return async (transaction: Transaction): Promise<void> => {
      const taken = this.takenWith(await transaction.get(collection, _id), taking)
      const sealed = this.cipher.seal(JSON.stringify(taken))
      await transaction.put(collection, { _id, on: beijingDay(taking.now), sealed })
    }
  }

  /** As `take`, in a transaction of its own. */
  async takeAlone(taking: Taking): Promise<void> {
    try {
      await this.database.transact(this.take(taking))
    } catch (error) {
      if (error instanceof WriteConflict) throw new RuleError('THING.BUSY')
      throw error
    }
  }

  /** @throws RuleError as `take`, when nothing is left; takes nothing */
  async requireLeft(taking: Taking): Promise<void> {
    this.takenWith(await this.database.get(collection, this.idOf(taking)), taking)
  }

  /** Forgets rows that count no more; at most `limit`. */
  async forgetBefore(today: IsoDay, limit: number): Promise<void> {
    // Of the hour before midnight something may still count.
    const before = { on: this.database.command.lt(addDays(today, -1)) }
    const docs = await this.database.find(collection, before, { sort: [['on', 'asc']], limit })
    for (const { _id } of docs) await this.database.remove(collection, _id)
  }

  private idOf({ quota, by }: Taking): string {
    return this.cipher.blind(`quota ${quota} ${by ?? ''}`)
  }

  private takenWith(doc: Doc | null, { quota, now }: Taking): number[] {
    const before = doc ? storedNumbers(JSON.parse(this.cipher.open(storedText(doc.sealed)))) : []
    const taken = takenWith(before, quotas[quota], now)
    if (!taken) throw new RuleError(quotas[quota].refusal)
    return taken
  }
}
