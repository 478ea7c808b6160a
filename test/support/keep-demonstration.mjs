/**
 * `node test/support/keep-demonstration.mjs FLAG…`: the demonstration ledger as the seeding leaves it, in a data
 * folder that each test's demonstration begins with a copy of. To make it takes a thousand calls; it is made anew
 * when anything that it comes from is another.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bundleLocalCloud } from '../../scripts/local-cloud.mjs'
import { buildIfChanged, root } from '../../scripts/build/stamp.mjs'
import { whenReady } from '../../scripts/start/spawn-cloud.mjs'

const flags = process.argv.slice(2)
const { FIRST_ADMINISTRATOR: administrator = '', IDENTITY_KEYS: keys } = process.env
const output = 'dist/for-tests/demonstration'
const inputs = [
  ...['dist/cloudfunctions', 'local', 'database', 'package-lock.json', 'scripts/local-cloud.mjs'],
  ...['scripts/seed.mjs', 'scripts/seed', 'test/support/keep-demonstration.mjs'],
]

const seeded = (origin) => {
  const script = path.join(root, 'scripts/seed.mjs')
  const args = ['--origin', origin, '--administrator', administrator]
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the ledger could not be made: ${stderr}${stdout}`)
}

const make = async () => {
  const folder = path.join(root, `${output}.${process.pid}.part`)
  const bundle = await bundleLocalCloud()
  const args = ['--port', '0', '--demo', '--quiet', '--no-sync', '--data', folder, ...flags]
  const cloud = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(cloud, 'exit')
  const failed = ended.then(([code]) => Promise.reject(new Error(`the local cloud ended: ${code}`)))
  try {
    seeded(await Promise.race([whenReady(cloud), failed]))
    failed.catch(() => undefined)
    cloud.kill('SIGTERM')
    await ended
    // Whole or not at all, whatever stops the machine.
    rmSync(path.join(root, output), { recursive: true, force: true })
    renameSync(folder, path.join(root, output))
  } finally {
    cloud.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

const extra = JSON.stringify([flags, administrator, keys])
await buildIfChanged({ name: 'demonstration', inputs, outputs: [output], extra }, make)
