/** A ledger in a data directory: written as an archive by `ledger/main.ts`, restored by the local cloud. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { bundleForNode } from '../../build/node-bundle.mjs'
import { root } from '../../build/stamp.mjs'
import { bundleLocalCloud } from '../../local-cloud.mjs'

const output = 'dist/bench/ledger.cjs'
const bundle = path.join(root, output)

export const bundleGenerator = () =>
  bundleForNode({ entry: 'scripts/bench/app/ledger/main.ts', output })

/**
 * @returns the data directory, what is in it and whom one can call as, and how long it took (s)
 */
export const makeLedger = async (folder, name, { tasks, reports }, environment) => {
  const started = performance.now()
  const archive = path.join(folder, `${name}.archive`)
  const data = path.join(folder, name)
  const run = (script, args) =>
    execFileSync(process.execPath, [script, ...args], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const flags = ['--tasks', String(tasks), '--reports', String(reports), '--to', archive]
  const made = JSON.parse(run(bundle, flags))
  run(await bundleLocalCloud(), ['restore', '--from', archive, '--data', data])
  rmSync(archive)
  return { ...made, data, tasks, reports, ready: (performance.now() - started) / 1000 }
}
