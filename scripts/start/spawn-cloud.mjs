import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { localEnvironment, pushes } from '../local-environment.mjs'

/** Two weeks before the demonstration is opened: its ledger's life is told from here. */
const demonstrationStart = '2019-11-04T09:00:00+08:00'

/**
 * The built local cloud with the built functions in a process of its own; nothing is built here.
 * @param {{ port: number, dataFolder: string, keyFile: string | null, flags: readonly string[] }} options
 *   `keyFile` null: the key dies with the process
 */
export const spawnCloud = ({ port, dataFolder, keyFile, flags }) =>
  spawn(
    process.execPath,
    [
      path.join(root, 'dist/local-cloud/main.cjs'),
      ...['--port', String(port)],
      ...['--data', path.join(dataFolder, 'cloud')],
      ...['--functions', path.join(root, 'dist/cloudfunctions')],
      ...['--schema', path.join(root, 'database/schema.json')],
      ...['--templates', path.join(root, 'database/message-templates.json')],
      ...['--start-at', demonstrationStart],
      ...pushes.flatMap(([event, name]) => ['--push', `${event}=${name}`]),
      ...flags,
    ],
    {
      cwd: root,
      env: { ...process.env, ...localEnvironment(keyFile) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

/**
 * The local cloud prints its endpoint alone on a line once everything is ready.
 * @returns {Promise<string>} its origin
 */
export const whenReady = (cloud) =>
  new Promise((resolve) => {
    let output = ''
    cloud.stdout.on('data', (chunk) => {
      output += chunk
      const [, origin] = /^(http:\/\/127\.0\.0\.1:\d+)\/admin$/m.exec(output) ?? []
      if (origin) resolve(origin)
    })
  })
