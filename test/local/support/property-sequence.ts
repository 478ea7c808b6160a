import { Conflict, NaiveStore } from './naive-store'
import { Refused } from './naive-update'
import { faultIn } from './property-check'
import { UNIQUE } from './property-driver'
import type { Driver } from './property-driver'
import { runOnModel } from './property-model'
import type { Expected } from './property-model'
import { makeOperations, nextOperation } from './property-operations'
import type { Operation, Pick } from './property-operations'

/** One sequence of operations, done to a driver and to the model. */
export class Sequence {
  private readonly model: NaiveStore
  private readonly done: string[] = []
  private readonly make

  constructor(
    private readonly pick: Pick,
    private readonly driver: Driver,
    private readonly kind: 'c' | 'd',
    private readonly can: { reopen: boolean; transact: boolean },
  ) {
    this.model = new NaiveStore(kind === 'd' ? UNIQUE : [])
    this.make = makeOperations(pick)
  }

  /** @throws Error that holds the whole sequence when driver and model differ */
  async run(length: number): Promise<void> {
    for (let step = 0; step < length; step++) await this.step(this.choose())
    if (this.model.transaction) await this.step([{ kind: 'commit' }, true])
    await this.step([everything, false])
    if (!this.can.reopen) return
    await this.step([{ kind: 'reopen' }, false])
    await this.step([everything, false])
  }

  private choose(): [operation: Operation, inside: boolean] {
    const { pick, model } = this
    const open = model.transaction
    if (open && pick(6) === 0) return [{ kind: pick(3) ? 'commit' : 'abort' }, true]
    if (!open && this.can.transact && pick(8) === 0) return [{ kind: 'begin' }, false]
    if (!open && this.can.reopen && pick(6) === 0) return [{ kind: 'reopen' }, false]
    const operation = nextOperation(pick, this.make, this.kind)
    const inside = open !== null && pick(2) === 0
    // A plain write waits for documents, and for unique keys, that the transaction holds: tested elsewhere.
    if (
      open &&
      !inside &&
      (this.kind === 'd' ? isWrite(operation) : meetsWrites(operation, open.writes))
    )
      return this.choose()
    return [operation, inside]
  }

  private async step([operation, inside]: [Operation, boolean]): Promise<void> {
    this.done.push(`${inside ? 'inside ' : ''}${JSON.stringify(operation, plainly)}`)
    const { model } = this
    const docs = operation.kind === 'find' ? model.visible(inside) : new Map()
    let expected: Expected = {}
    let refused: Refused | null = null
    try {
      expected = this.onModel(operation, inside)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused = error
      if (inside) model.end(false)
    }
    const outcome = await this.driver.run(operation, inside)
    if (!refused) return this.demand(faultIn(operation, outcome, expected, docs))
    const code =
      refused instanceof Conflict ? 'DATABASE_TRANSACTION_CONFLICT' : 'DATABASE_REQUEST_FAILED'
    if (outcome.code !== code)
      this.demand(`expected ${code} (${refused.message}), got ${JSON.stringify(outcome)}`)
  }

  private onModel(operation: Operation, inside: boolean): Expected {
    const { model } = this
    if (operation.kind === 'begin') model.begin()
    else if (operation.kind === 'commit' || operation.kind === 'abort')
      model.end(operation.kind === 'commit')
    else return runOnModel(model, operation, inside)
    return {}
  }

  private demand(fault: string | null): void {
    if (fault !== null) throw new Error(`${fault}\nafter (${this.kind}):\n${this.done.join('\n')}`)
  }
}

const everything: Operation = {
  kind: 'find',
  filter: {},
  sort: [['_id', 1]],
  skip: 0,
  limit: 1000,
  projection: null,
}

const isWrite = ({ kind }: Operation) => kind !== 'find' && kind !== 'count'

function meetsWrites(operation: Operation, writes: Map<unknown, unknown>): boolean {
  switch (operation.kind) {
    case 'find':
    case 'count':
      return false
    case 'insert':
      return operation.docs.some(({ _id }) => writes.has(_id))
    case 'updateWhere':
    case 'removeWhere':
      return true
    default:
      return 'id' in operation && writes.has(operation.id)
  }
}

const plainly = (_key: string, value: unknown) => (value instanceof RegExp ? String(value) : value)
