/** What this checkout wants of an environment: read from its own files, nothing from outside. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'
import { deployedNames } from './variables.mjs'
import { builtZip } from './zip.mjs'

const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

const functionOf = async (settings, env) => {
  const folder = path.join(root, 'dist/cloudfunctions', settings.name)
  const zip = await builtZip(settings.name)
  return {
    sha256: sha256(zip),
    bytes: statSync(path.join(folder, 'index.js')).size,
    zippedBytes: zip.length,
    runtime: settings.runtime,
    handler: settings.handler,
    memorySize: settings.memorySize,
    timeout: settings.timeout,
    triggers: settings.triggers.map(({ name, config }) => ({ name, cron: config })),
    variables: deployedNames(Object.keys(settings.envVariables), env),
  }
}

const byName = (entries) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/**
 * The state of an environment after a complete deployment. The functions have been built.
 * @param {Record<string, string | undefined>} env variables of the process that deploys
 * @returns {Promise<import('./state').State>}
 */
export const wantedState = async (env) => {
  const { functions } = json('cloudbaserc.json')
  const { collections } = json('database/schema.json')
  const described = await Promise.all(
    functions.map(async (settings) => [settings.name, await functionOf(settings, env)]),
  )
  return {
    functions: byName(described),
    collections: byName(
      Object.entries(collections).map(([name, { rule, indexes }]) => [name, { rule, indexes }]),
    ),
    storage: 'ADMINONLY',
  }
}
