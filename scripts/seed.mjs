/**
 * `node scripts/seed.mjs --origin http://127.0.0.1:PORT`: the demonstration ledger, through the
 * same calls as the pages make. Does nothing where a ledger is there already.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { firstAdministrator } from './local-environment.mjs'
import { openClient } from './seed/client.mjs'
import { seedLedger } from './seed/ledger.mjs'

/**
 * @param {string} origin `http://127.0.0.1:PORT`, a local cloud with `--demo` or `--control`
 * @param {{ administrator?: string }} [options] openid of the first administrator
 * @returns {Promise<boolean>} false when a ledger was there already
 */
export const seed = (origin, { administrator = firstAdministrator } = {}) =>
  seedLedger(openClient(origin), administrator)

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { origin: { type: 'string' }, administrator: { type: 'string' } },
  })
  if (!values.origin) {
    console.error('usage: node scripts/seed.mjs --origin http://127.0.0.1:PORT')
    process.exit(2)
  }
  const started = performance.now()
  const isNew = await seed(values.origin, { administrator: values.administrator })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(isNew ? `示范台账已建好，用时 ${seconds} 秒` : '台账已在，没有改动')
}
