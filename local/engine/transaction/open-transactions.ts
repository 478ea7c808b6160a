import { transactionGone } from '../../ground/cloud-error'
import { Transaction } from './transaction'

/** The transactions that requests have begun and not yet ended. */
export class OpenTransactions {
  private readonly byId = new Map<string, Transaction>()

  /** @param lifeMs real ms after which `abort` ends a transaction */
  constructor(
    private readonly lifeMs: number,
    private readonly abort: (transaction: Transaction) => void,
  ) {}

  get size(): number {
    return this.byId.size
  }

  begin(): Transaction {
    const transaction = new Transaction(false)
    this.byId.set(transaction.id, transaction)
    transaction.timer = setTimeout(() => this.abort(transaction), this.lifeMs)
    transaction.timer.unref()
    return transaction
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended or never was */
  get(id: unknown): Transaction {
    const transaction = typeof id === 'string' ? this.byId.get(id) : undefined
    if (!transaction) throw transactionGone()
    return transaction
  }

  remove(transaction: Transaction): void {
    this.byId.delete(transaction.id)
  }

  abortAll(): void {
    for (const transaction of [...this.byId.values()]) this.abort(transaction)
  }
}
