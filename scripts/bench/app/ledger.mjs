/** A ledger in a data directory: written as an archive by `ledger/main.ts`, restored by the local cloud. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { root } from '../../build/stamp.mjs'
import { bundleLocalCloud } from '../../local-cloud.mjs'

const bundle = path.join(root, 'dist/bench/ledger.cjs')

export const bundleGenerator = () =>
  esbuild.build({
    entryPoints: [path.join(root, 'scripts/bench/app/ledger/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
  })

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
