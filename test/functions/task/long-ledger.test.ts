import type { Doc } from '@/cloudfunctions/_stores/document'
import { openDatabaseAt } from '../../support/open-database'
import { examinedBy } from '../every-action/requests-of'
import { casesIn } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 20,000 with `TASKS=20000`: too many for every day. */
const sizes = [60, Number(process.env.TASKS ?? 1_000)]

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
  await casesIn(world.as, world.ledger).underway('long-ledger')
  await casesIn(world.as, world.ledger).release('long-ledger')
})
// Every fact on every task is compared with its sources.
afterAll(() => world.app.close(), 840_000)

const copied = (doc: Doc, at: number): Doc => ({ ...doc, _id: `${doc._id}-${at}` })

/** @param from how many there are already */
const fill = async (from: number, to: number) => {
  const database = openDatabaseAt(world.app.endpoint, world.app.envId)
  for (const collection of ['tasks', 'publicTasks']) {
    const doc = (await database.get(collection, 'long-ledger'))!
    for (let at = from; at < to; at += 500) {
      const more = Array.from({ length: Math.min(500, to - at) }, (_, nth) => copied(doc, at + nth))
      await database.createMany(collection, more)
    }
  }
}

const taskId = 'long-ledger'
const reads = [
  [
    'the register’s first page',
    async () => {
      const { items } = await world.app.ok(null, 'register.listTasks', { filter: {} })
      expect(items.length).toBeGreaterThan(10)
    },
  ],
  ['a task’s page', () => world.app.ok(null, 'register.getTask', { taskId })],
  ['the ledger’s first page', () => world.as.ok('coordinator', 'task.listLedger', { filter: {} })],
  ['a task as staff read it', () => world.as.ok('coordinator', 'task.get', { taskId })],
] as const

const examined = async (): Promise<Record<string, number>> => {
  const all: Record<string, number> = {}
  for (const [name, read] of reads) {
    let count: number | null = null
    while (count === null)
      count = await examinedBy(world.app, async () => {
        await read()
      })
    all[name] = count
  }
  return all
}

it(`reads as many documents among ${sizes[1]} tasks as among 60`, async () => {
  await fill(1, sizes[0]!)
  // Each process reads the switch and the settings once a minute, whoever asks.
  await examined()
  const few = await examined()
  await fill(sizes[0]!, sizes[1]!)
  const many = await examined()
  if (process.env.TASKS) console.info(`${sizes[1]} tasks: ${JSON.stringify(many)}`)
  expect(many).toEqual(few)
}, 840_000)
