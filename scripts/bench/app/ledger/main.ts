/**
 * Writes a ledger as an archive of the local cloud: `--tasks N --reports N --to FILE`, with the
 * key of `IDENTITY_KEYS`. Its documents come out of the stores themselves, and every chain is
 * verified before it is written. Two parts are made beside each other, on a processor each.
 * Prints one JSON line about it.
 */
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { archiveBytes } from '@/local/archive/write-archive'
import type { Content } from '@/local/archive/content'
import { beijingInstant } from '@/domain/calendar/day'
import { readTexts } from './document-files'
import { today } from './make'
import { makePart, makeTown, type PartMade, type PartOrder } from './make-part'

const parts = 2
/** MiB for what is young in a part: a task is forgotten long before it is old. */
const youngMb = 64

const madeBeside = (order: PartOrder): Promise<PartMade> =>
  new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: youngMb }
    const worker = new Worker(__filename, { workerData: order, resourceLimits })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

/** What stands in the folders, collection by collection. */
const contentOf = (folders: readonly string[]): Content => {
  const at = beijingInstant(today, 9)
  const names = new Set(folders.flatMap((folder) => readdirSync(folder)))
  return {
    clock: { at, lastCommitAt: at },
    collections: [...names].sort().map((name) => ({
      name,
      *texts() {
        for (const folder of folders) yield* readTexts(folder, name)
      },
    })),
    files: [],
    read: () => Promise.resolve(null),
    leftOut: [],
  }
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      tasks: { type: 'string', default: '5000' },
      reports: { type: 'string', default: '100000' },
      to: { type: 'string', default: 'ledger.archive' },
    },
  })
  const started = performance.now()
  const identityKeys = process.env.IDENTITY_KEYS ?? ''
  const folder = `${values.to}.parts`
  mkdirSync(folder)
  try {
    const offices = path.join(folder, 'offices')
    const town = await makeTown(identityKeys, offices)
    const orders = Array.from({ length: parts }, (_, first) => ({
      identityKeys,
      part: { first, of: parts },
      town,
      tasks: Number(values.tasks),
      reports: Number(values.reports),
      folder: path.join(folder, String(first)),
    }))
    const made = await Promise.all(orders.map(madeBeside))
    const released = made.flatMap(({ released: ids }) => ids).sort()
    const madeIn = (performance.now() - started) / 1000
    let documents = 0
    await pipeline(
      archiveBytes(contentOf([offices, ...orders.map((order) => order.folder)]), (end) => {
        documents = end.documents
      }),
      createWriteStream(values.to),
    )
    const { coordinator, staff, villages } = town
    console.log(
      JSON.stringify({
        madeIn,
        seconds: (performance.now() - started) / 1000,
        rssMb: process.resourceUsage().maxRSS / 1024,
        documents,
        chains: made.reduce((sum, { chains }) => sum + chains, 0),
        reporters: made[0]!.reporters,
        coordinator: { openid: coordinator.openid, actAs: coordinator.membershipId },
        staff: { openid: staff[0]!.openid, actAs: staff[0]!.membershipId },
        villages: villages.slice(0, 20),
        released: released.filter((_, index) => index % 20 === 0),
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const work = async (): Promise<void> => {
  parentPort!.postMessage(await makePart(workerData as PartOrder))
}

void (isMainThread ? main() : work())
