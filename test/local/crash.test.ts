import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, truncateSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { DocumentStore } from '@/local/engine/store'
import { readSyncedLength } from '@/local/engine/log/synced-length'
import { bundle } from './support/bundle'
import { temporaryFolder } from './support/cloud'
import { apply, CrashWriter, post, seeded } from './support/crash-writer'
import type { Change, Stored } from './support/crash-writer'
import { exit, startScript } from './support/server'
import { copyWithoutLock } from './support/store'

const ROUNDS = 20
const WRITES = 10_000
const WRITERS = 12
/** Small, so that a snapshot is being written much of the time. */
const COMPACT_AFTER_BYTES = 40_000

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31))
const random = seeded(seed)
const script = bundle('crash-server')

/** What is stored under each id, as a start finds it. */
async function read(folder: string): Promise<Map<string, Stored>> {
  const store = DocumentStore.open({ directory: folder, schema: null, now: () => 0 })
  const view = store.viewFor(null)
  const found = new Map<string, Stored>()
  for (const record of store.collection('c').records.values()) {
    const { _id, ...fields } = store.visible(record, view) ?? {}
    found.set(String(_id), fields as unknown as Stored)
  }
  await store.close()
  return found
}

const logsOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.log'))

const compacting = (folder: string) =>
  existsSync(join(folder, 'snapshot.next')) || logsOf(folder).length > 1

/** As a power cut would: bytes that had not been synced are gone. */
function cutNewestLog(folder: string): void {
  const number = (name: string) => Number(/(\d+)/.exec(name)?.[1] ?? 0)
  const newest = logsOf(folder)
    .sort((left, right) => number(left) - number(right))
    .at(-1) as string
  const synced = readSyncedLength(join(folder, newest.replace('.log', '.synced')))
  truncateSync(join(folder, newest), synced ?? 0)
}

const ownPart = (found: Map<string, Stored>, { name }: CrashWriter) =>
  new Map([...found].filter(([id]) => id.startsWith(`${name}-`)))

const sorted = (states: Map<string, Stored>) => Object.fromEntries([...states].sort())

function withChange(stored: Map<string, Stored>, change: Change): Map<string, Stored> {
  const changed = new Map(stored)
  apply(changed, change)
  return changed
}

/** Every writer finds exactly what was acknowledged, and its unanswered write whole or not at all. */
function expectKept(found: Map<string, Stored>, writers: readonly CrashWriter[]): void {
  let seen = 0
  for (const writer of writers) {
    const own = sorted(ownPart(found, writer))
    seen += Object.keys(own).length
    const without = sorted(writer.stored)
    const whole = writer.unanswered && sorted(withChange(writer.stored, writer.unanswered))
    if (whole && JSON.stringify(own) === JSON.stringify(whole)) continue
    expect(own).toEqual(without)
  }
  expect(seen).toBe(found.size)
}

interface Tally {
  acknowledged: number
  refused: number
  /** Rounds that were killed while a snapshot was being written, or before old logs were removed. */
  duringCompaction: number
  /** Writes that were on disk although their answer never arrived. */
  unansweredKept: number
}

/** At a random moment; on demand one at which a snapshot is under way, if there is one soon. */
async function killSoon(folder: string, child: ChildProcess, inCompaction: boolean): Promise<void> {
  const deadline = Date.now() + 3000
  while (inCompaction && !compacting(folder) && Date.now() < deadline)
    await new Promise((resolve) => setImmediate(resolve))
  setTimeout(() => child.kill('SIGKILL'), random() * (inCompaction ? 4 : 25))
}

async function round(
  folder: string,
  writers: readonly CrashWriter[],
  during: 'anything' | 'compaction' | 'full disk',
) {
  const server = await startScript(script, folder, String(COMPACT_AFTER_BYTES))
  const agent = new Agent()
  const faults = `${new URL(server.endpoint).origin}/_local/faults`
  if (!existsSync(join(folder, 'snapshot')))
    await post(server.endpoint, { action: 'database.addCollection', collectionName: 'c' }, agent)
  const enough = WRITES / ROUNDS + random() * 60
  let count = 0
  let ending = false
  const onAcknowledged = () => {
    count += 1
    if (during === 'full disk' && count === Math.floor(enough / 2)) {
      // For some steps on the disk, of writes and of snapshots; then there is room again.
      void post(faults, { kind: 'full-disk', times: 5 }, agent).catch(() => undefined)
    }
    if (count < enough || ending) return
    ending = true
    void killSoon(folder, server.child, during === 'compaction')
  }
  await Promise.all(writers.map((writer) => writer.run(server.endpoint, onAcknowledged)))
  await exit(server)
}

describe('a server that is killed again and again', () => {
  it(`keeps all of ${WRITES} acknowledged writes through ${ROUNDS} kills and power cuts (seed ${seed})`, async () => {
    const folder = temporaryFolder()
    const writers = Array.from(
      { length: WRITERS },
      (_unused, w) => new CrashWriter(`w${w}`, random),
    )
    const tally: Tally = { acknowledged: 0, refused: 0, duringCompaction: 0, unansweredKept: 0 }
    for (let n = 0; n < ROUNDS; n++) {
      await round(folder, writers, (['anything', 'compaction', 'full disk'] as const)[n % 3]!)
      if (compacting(folder)) tally.duringCompaction += 1
      const killed = join(temporaryFolder(), 'killed')
      copyWithoutLock(folder, killed)
      expectKept(await read(killed), writers)
      cutNewestLog(folder)
      const found = await read(folder)
      expectKept(found, writers)
      for (const writer of writers) {
        const own = ownPart(found, writer)
        if (JSON.stringify(sorted(own)) !== JSON.stringify(sorted(writer.stored)))
          tally.unansweredKept += 1
        writer.stored.clear()
        for (const [id, state] of own) writer.stored.set(id, state)
        writer.unanswered = null
      }
    }
    for (const { acknowledged, refused } of writers) {
      tally.acknowledged += acknowledged
      tally.refused += refused
    }
    process.stdout.write(`crash test, seed ${seed}: ${JSON.stringify(tally)}\n`)
    expect(tally.acknowledged).toBeGreaterThanOrEqual(WRITES)
    // Otherwise the test has not tried what it is there for.
    expect(tally.refused).toBeGreaterThan(0)
    expect(tally.duringCompaction).toBeGreaterThanOrEqual(3)
    expect(existsSync(join(folder, 'snapshot'))).toBe(true)
  }, 180_000)
})
