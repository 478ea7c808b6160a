import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder, testCloud } from './support/cloud'
import { propertySchema, WireDriver } from './support/property-driver'
import { Sequence } from './support/property-sequence'
import { random } from './support/random'
import { SdkDriver } from './support/sdk-driver'

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_124)
const sequences = Number(process.env.PROPERTY_SEQUENCES ?? 5000)

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
        const can = { reopen: directory !== null, transact: true }
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
