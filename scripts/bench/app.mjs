/**
 * `npm run bench:app [-- --json]`: what the application's calls cost on a full ledger, beside three floors of
 * the same run: a bare `node:http` server that checks the input, a function that does nothing (F0), and one
 * that reads one document (F1); a page of the ledger as the database answers it stands beside them (F20). A call should cost no more than F0 and its requests at F1 − F0 each; that
 * ratio is the bar, because machines differ. Real processes, the unmodified SDK, loopback only; everything is
 * made in a temporary folder and removed.
 *
 * `--reports N`, `--tasks N`, `--few N`, `--seconds N`, `--clients 1,8,64` make a smaller run, `--functions DIR`
 * measures another build, `--only 'staff ledger,to-do'` some calls, `--profile DIR` leaves there a CPU profile of
 * each process for each call.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureApp } from './app/measure-app.mjs'
import { report } from './app/report.mjs'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    tasks: { type: 'string', default: '5000' },
    reports: { type: 'string', default: '100000' },
    few: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,8,64' },
    functions: { type: 'string' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
})
const folder = mkdtempSync(path.join(tmpdir(), 'bench-app-'))
try {
  const measured = await measureApp({
    folder,
    tasks: Number(values.tasks),
    reports: Number(values.reports),
    few: Number(values.few),
    seconds: Number(values.seconds),
    atOnce: values.clients.split(',').map(Number),
    functions: values.functions,
    only: values.only?.split(','),
    profile: values.profile,
    say: (line) => console.error(line),
  })
  report(measured, values.json)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// A server of a failed measurement would keep this process alive.
process.exit()
