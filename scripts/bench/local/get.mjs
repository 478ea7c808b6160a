import { fileURLToPath } from 'node:url'
import { serve } from './load.mjs'
import { median, timed } from './measure.mjs'
import { database, startServer } from './server.mjs'

const canned = fileURLToPath(new URL('./canned-server.mjs', import.meta.url))
const CALLS = 1500

/** One caller after another, and 16 at once: `doc().get()` per second through the SDK. */
async function rate(db, clients) {
  const doc = db.collection('tasks').doc('task-00000001')
  let left = CALLS
  const client = async () => {
    while (left-- > 0) {
      const { data } = await doc.get()
      if (data.length !== 1) throw new Error('the document is missing')
    }
  }
  return (CALLS / (await timed(() => Promise.all(Array.from({ length: clients }, client))))) * 1000
}

export async function measureGet(bench) {
  const ours = await serve(bench, { data: bench.data, indexed: true })
  const theirs = await startServer(canned, [])
  try {
    const databases = { ours: database(ours.endpoint), canned: database(theirs.endpoint) }
    await rate(databases.ours, 4)
    await rate(databases.canned, 4)
    const results = []
    for (const clients of [1, 16]) {
      const rates = { ours: [], canned: [] }
      for (let round = 0; round < bench.rounds; round += 1)
        for (const name of ['canned', 'ours'])
          rates[name].push(await rate(databases[name], clients))
      const [oursRate, cannedRate] = [median(rates.ours), median(rates.canned)]
      results.push({
        name: `doc().get() per second: local cloud / canned reply, ${clients} at once`,
        value: oursRate / cannedRate,
        target: { least: 0.8 },
        figures: { perSecond: oursRate, cannedPerSecond: cannedRate },
      })
    }
    return results
  } finally {
    await ours.stop()
    await theirs.stop()
  }
}
