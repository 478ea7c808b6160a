import { spawn } from 'node:child_process'
import path from 'node:path'
import { bundleLocalCloud } from '../local-cloud.mjs'
import { localEnvironment } from '../local-environment.mjs'
import { root } from '../build/stamp.mjs'
import { buildFunctions } from '../build/functions.mjs'

/**
 * A local cloud of its own, in memory, on a free port.
 * @param {string} startAt an instant with its zone
 */
export const openCloud = async (startAt) => {
  await buildFunctions()
  const bundle = await bundleLocalCloud()
  const cloud = spawn(
    process.execPath,
    [
      bundle,
      ...['--port', '0'],
      ...['--functions', path.join(root, 'dist/cloudfunctions')],
      ...['--schema', path.join(root, 'database/schema.json')],
      ...['--templates', path.join(root, 'database/message-templates.json')],
      ...['--start-at', startAt],
      '--control',
    ],
    {
      cwd: root,
      env: { ...process.env, ...localEnvironment(null) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise((resolve) => cloud.once('close', resolve))
  let said = ''
  const origin = await new Promise((resolve, reject) => {
    cloud.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)))
    cloud.stdout.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
      const found = /^(http:\/\/127\.0\.0\.1:\d+)\/admin$/m.exec(said)
      if (found) resolve(found[1])
    })
    void ended.then(() => reject(new Error(said)))
  })
  // Nobody reads what it says from here on; a full pipe would stop it.
  cloud.stdout.resume()
  return {
    origin,
    close: async () => {
      cloud.kill('SIGTERM')
      await ended
    },
  }
}
