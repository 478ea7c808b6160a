import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { equalityAndRange, sortedPage } from './documents.mjs'
import { serve } from './load.mjs'
import { medianMs } from './measure.mjs'
import { database } from './server.mjs'

const script = fileURLToPath(new URL('./answer.mjs', import.meta.url))

/** What the SDK's caller waits for; it holds the same HTTP and decoding with and without an index. */
async function throughSdk(bench, place) {
  const server = await serve(bench, place)
  try {
    const db = database(server.endpoint)
    return {
      equalityAndRange: await medianMs(bench.rounds, () => equalityAndRange(db).get()),
      sortedPage: await medianMs(bench.rounds, () => sortedPage(db).get()),
    }
  } finally {
    await server.stop()
  }
}

function answered(bench, place) {
  const mode = place.indexed ? 'indexed' : 'bare'
  const rounds = String(3 * bench.rounds)
  const args = [script, bench.engine, place.data, mode, rounds]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

/** The same two questions to the same data, with and without the declared indexes. */
export async function measureQueries(bench) {
  const indexed = { data: bench.data, indexed: true }
  const bare = { data: bench.bareData, indexed: false }
  const [withIndex, without] = [answered(bench, indexed), answered(bench, bare)]
  const [sdkWith, sdkWithout] = [await throughSdk(bench, indexed), await throughSdk(bench, bare)]
  const entry = (name, question, target) => {
    const [fast, slow] = [withIndex[question], without[question]]
    if (fast.found === 0 || fast.found !== slow.found)
      throw new Error(`${name}: the two answers differ, nothing can be compared`)
    return {
      name: `${name}: indexed / not indexed`,
      value: fast.ms / slow.ms,
      target: { most: target },
      figures: {
        indexedMs: fast.ms,
        bareMs: slow.ms,
        sdkIndexedMs: sdkWith[question],
        sdkBareMs: sdkWithout[question],
        found: fast.found,
      },
    }
  }
  return [
    entry('equality + range', 'equalityAndRange', 1 / 50),
    entry('sorted page', 'sortedPage', 1 / 100),
  ]
}
