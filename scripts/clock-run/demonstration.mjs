import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../build/functions.mjs'
import { buildLocalCloud } from '../build/local-cloud.mjs'
import { firstAdministrator } from '../local-environment.mjs'
import { openClient } from '../seed/client.mjs'
import { seedLedger } from '../seed/ledger.mjs'
import { freePort } from '../start/free-port.mjs'
import { spawnCloud, whenReady } from '../start/spawn-cloud.mjs'

/**
 * A fresh demonstration ledger in a folder of its own, gone afterwards.
 * @template T
 * @param {(client: ReturnType<typeof openClient>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withDemonstration = async (work) => {
  await buildFunctions()
  await buildLocalCloud()
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'clock-run-'))
  const port = await freePort(8900)
  const cloud = spawnCloud({ port, dataFolder, keyFile: null, flags: ['--demo'] })
  cloud.stderr.resume()
  const ended = new Promise((resolve) => cloud.once('exit', resolve))
  try {
    await whenReady(cloud)
    const client = openClient(`http://127.0.0.1:${port}`)
    await seedLedger(client, firstAdministrator)
    return await work(client)
  } finally {
    cloud.kill('SIGTERM')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
