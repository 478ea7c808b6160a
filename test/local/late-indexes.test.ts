import { setImmediate } from 'node:timers'
import { Collection } from '@/local/engine/collection'

/** A start over many documents: nobody waits while the indexes are made. */

const many = 60_000

const filled = () => {
  const collection = new Collection('c', {
    rule: 'ADMINONLY',
    indexes: [
      {
        name: 'role-region',
        keys: [
          ['role', 1],
          ['region', 1],
        ],
        unique: false,
      },
      { name: 'on', keys: [['on', -1]], unique: false },
    ],
  })
  for (let n = 0; n < many; n += 1)
    collection.load(`d${n}`, {
      _id: `d${n}`,
      role: `role ${(n * 7919) % 50}`,
      region: `region ${(n * 104_729) % 900}`,
      on: (n * 31) % 5_000,
    })
  return collection
}

it('a large index is put off at the start, and made in turns with requests in between', async () => {
  const collection = filled()
  collection.buildIndexes()
  const [index] = collection.indexes
  expect(() => index!.multikey).toThrow()

  let made = false
  let turns = 0
  const takeTurn = () => {
    turns += 1
    if (!made) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  const started = performance.now()
  await index!.build()
  made = true
  const took = performance.now() - started
  // A turn is 8 ms and the step that is under way: others have their turn all along.
  expect(turns).toBeGreaterThan(Math.max(3, took / 100))
  expect([...index!.scan({ equal: ['role 0'] })]).toHaveLength(many / 50)
})

it('what is written meanwhile is in it, once', async () => {
  const collection = filled()
  collection.buildIndexes()
  const index = collection.indexes[1]!
  const building = index.build()
  const write = (id: string, on: number | null) =>
    collection.install(
      collection.ensureRecord(id),
      on === null ? null : { _id: id, role: 'new', region: 'new', on },
      1,
    )
  write('new', 9_999)
  await new Promise<void>((resolve) => setImmediate(resolve))
  write('newer', 9_999)
  await building
  expect([...index.scan({ equal: [9_999] })]).toHaveLength(2)
})
