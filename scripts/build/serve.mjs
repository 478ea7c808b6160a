import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { bundleForNode } from './node-bundle.mjs'
import { buildIfChanged, digestOf, root } from './stamp.mjs'

const output = 'dist/serve/main.cjs'
const inputs = [
  ...['scripts/serve', 'scripts/operator/operator-error.ts', 'scripts/write-whole.mjs'],
  ...[
    'scripts/deploy/variables.mjs',
    'scripts/build/serve.mjs',
    'scripts/build/node-bundle.mjs',
    'contract',
    'domain',
    'copy',
  ],
  ...['local', 'package-lock.json'],
]

/** Bundles the service of one machine when its sources changed; answers with the bundle. */
export const buildServe = async () => {
  await buildIfChanged({ name: 'serve', inputs, outputs: [output] }, async () => {
    await bundleForNode({ entry: 'scripts/serve/main.ts', output })
    const own = 'function-process.mjs'
    copyFileSync(path.join(root, 'local/functions', own), path.join(root, 'dist/serve', own))
  })
  return path.join(root, output)
}

/** What this version is known by: another one copies the data before it touches them. */
export const serveVersion = () =>
  digestOf([...inputs, 'cloudfunctions', 'database', 'cloudbaserc.json']).slice(0, 16)
