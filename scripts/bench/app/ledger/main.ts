/**
 * Writes a ledger as an archive of the local cloud: `--tasks N --reports N --to FILE`, with the
 * key of `IDENTITY_KEYS`. Its documents come out of the stores themselves, and every chain is
 * verified before it is written. Prints one JSON line about it.
 */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { archiveBytes } from '@/local/archive/write-archive'
import type { Content } from '@/local/archive/content'
import { beijingInstant } from '@/domain/calendar/day'
import { openMaking, today } from './make'
import type { MemoryDatabase } from './memory-database'
import { makeCity } from './organization'
import { makeReports } from './reports'
import { makeTasks } from './tasks'
import { verifyChains } from './verify'

const contentOf = ({ collections }: MemoryDatabase): Content => {
  const at = beijingInstant(today, 9)
  return {
    clock: { at, lastCommitAt: at },
    collections: [...collections]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, docs]) => ({ name, documents: () => docs.values() })),
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
  const making = openMaking(process.env.IDENTITY_KEYS ?? '')
  const town = await makeCity(making)
  const released = await makeTasks(making, town, Number(values.tasks))
  const reporters = await makeReports(making, town, Number(values.reports))
  const chains = verifyChains(making.database)
  let documents = 0
  await pipeline(
    archiveBytes(contentOf(making.database), (end) => (documents = end.documents)),
    createWriteStream(values.to),
  )
  const coordinator = { openid: town.coordinator.openid, actAs: town.coordinator.membershipId }
  const staff = { openid: town.staff[0]!.openid, actAs: town.staff[0]!.membershipId }
  const seconds = (performance.now() - started) / 1000
  const rssMb = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      seconds,
      rssMb,
      documents,
      chains,
      reporters,
      coordinator,
      staff,
      villages: town.villages.slice(0, 20),
      released: released.filter((_, index) => index % 20 === 0),
    }),
  )
}

void main()
