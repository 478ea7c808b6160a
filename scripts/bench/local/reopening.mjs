import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.mjs'

const script = fileURLToPath(new URL('./reopen.mjs', import.meta.url))

/** Each reading in a fresh process; parsing and opening in turn, so that a slow moment hits both. */
export async function measureReopening(bench) {
  const run = (mode) =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', script, bench.engine, bench.data, mode], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
  const parsed = []
  const opened = []
  for (let round = 0; round < bench.rounds; round += 1) {
    parsed.push(run('parse'))
    opened.push(run('open'))
  }
  const parseMs = median(parsed.map(({ ms }) => ms))
  const openMs = median(opened.map(({ ms }) => ms))
  return [
    {
      name: 'reopening / JSON.parse of the same lines',
      value: openMs / parseMs,
      target: { most: 5 },
      figures: {
        openMs,
        parseMs,
        allIndexesBuiltMs: median(opened.map(({ indexedMs }) => indexedMs)),
        longestStandMs: median(opened.map(({ standMs }) => standMs)),
        documents: opened[0].count,
      },
    },
    {
      name: 'resident bytes per document',
      value: median(opened.map(({ bytes }) => bytes)),
      target: { most: 2048 },
      figures: { documentBytes: bench.bytesPerDocument },
    },
  ]
}
