import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder, testCloud } from './support/cloud'
import { Conflict, NaiveStore } from './support/naive-store'
import { Refused } from './support/naive-update'
import { faultIn } from './support/property-check'
import { propertySchema, UNIQUE, WireDriver } from './support/property-driver'
import type { Driver } from './support/property-driver'
import { runOnModel } from './support/property-model'
import type { Expected } from './support/property-model'
import { makeOperations, nextOperation } from './support/property-operations'
import type { Operation, Pick } from './support/property-operations'
import { random } from './support/random'
import { SdkDriver } from './support/sdk-driver'

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_124)
const sequences = Number(process.env.PROPERTY_SEQUENCES ?? 5000)

/** Runs one sequence of operations against the model. @throws Error that holds the sequence, when they differ */
class Sequence {
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
    // A plain write waits for documents that the transaction has written: that is tested elsewhere.
    if (open && !inside && meetsWrites(operation, open.writes)) return this.choose()
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

describe('random operations against a naive model', () => {
  it(`gives what the model gives in ${sequences} sequences (seed ${seed})`, async () => {
    const folder = temporaryFolder()
    for (let n = 0; n < sequences; n++) {
      const own = seed + n
      const pick = random(own)
      const kind = pick(4) === 0 ? 'd' : 'c'
      const directory = pick(15) === 0 ? join(folder, String(n)) : null
      const driver = new WireDriver(directory, kind)
      try {
        const can = { reopen: directory !== null, transact: kind === 'c' }
        await new Sequence(pick, driver, kind, can).run(6 + pick(14))
      } catch (error) {
        throw new Error(`PROPERTY_SEED=${own} PROPERTY_SEQUENCES=1: ${(error as Error).message}`)
      } finally {
        await driver.close()
        if (directory) rmSync(directory, { recursive: true })
      }
    }
  }, 300_000)

  it(`gives the same through the SDK in ${sequences / 25} sequences (seed ${seed})`, async () => {
    const { db } = await testCloud({ schema: propertySchema })
    for (let n = 0; n < sequences / 25; n++) {
      const own = seed + n
      const pick = random(own)
      const kind = pick(4) === 0 ? 'd' : 'c'
      const driver = new SdkDriver(db, kind)
      try {
        const sequence = new Sequence(pick, driver, kind, { reopen: false, transact: false })
        await sequence.run(4 + pick(10))
      } catch (error) {
        throw new Error(`PROPERTY_SEED=${own} PROPERTY_SEQUENCES=25: ${(error as Error).message}`)
      }
      await driver.run({ kind: 'removeWhere', filter: {} })
    }
  }, 300_000)
})
