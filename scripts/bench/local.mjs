/**
 * `npm run bench:local [-- --json]`: what the local cloud costs, as ratios within one run, because machines
 * are noisy. Real server processes, the unmodified SDK, loopback only; everything is put into a temporary
 * folder and removed. `--documents N` makes a smaller run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureAdds } from './local/adds.mjs'
import { measureGet } from './local/get.mjs'
import { loadDocuments, makeBench } from './local/load.mjs'
import { measureQueries } from './local/queries.mjs'
import { measureReopening } from './local/reopening.mjs'
import { report } from './local/report.mjs'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    documents: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '7' },
  },
})
const say = (line) => values.json || console.log(line)
const folder = mkdtempSync(path.join(tmpdir(), 'bench-local-'))
try {
  const bench = await makeBench(folder, Number(values.documents), Number(values.rounds))
  say(`${bench.documents} documents of ${bench.bytesPerDocument} bytes …`)
  await loadDocuments(bench)
  const measured = [
    ...(await measureReopening(bench)),
    ...(await measureQueries(bench)),
    ...(await measureGet(bench)),
    ...(await measureAdds(bench)),
  ]
  report(measured, bench, values.json)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// A server of a failed measurement would keep this process alive.
process.exit()
