/**
 * What a test's file loads instead of hundreds of sources and packages: the local cloud and the SDK, each in one
 * file. They are the same code; a test of the functions spent a third of its own time on finding and reading it.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { bundleForNode } from './node-bundle.mjs'
import { buildIfChanged, root } from './stamp.mjs'

const folder = 'dist/for-tests'
const cloud = `${folder}/local-cloud.cjs`
const sdk = `${folder}/node-sdk.cjs`
const processFile = 'function-process.mjs'

/** The SDK with its packages inside: its own way of loading them is what takes long. */
const bundleSdk = async () => {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['@cloudbase/node-sdk'],
    outfile: path.join(root, sdk),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  })
}

/** @returns true when something was built */
export const buildForTests = () =>
  buildIfChanged(
    {
      name: 'for-tests',
      inputs: [
        'local',
        'package-lock.json',
        'scripts/build/for-tests.mjs',
        'scripts/build/node-bundle.mjs',
      ],
      outputs: [cloud, sdk, `${folder}/${processFile}`],
    },
    async () => {
      mkdirSync(path.join(root, folder), { recursive: true })
      await bundleForNode({ entry: 'local/start-local-cloud.ts', output: cloud })
      copyFileSync(
        path.join(root, 'local/functions', processFile),
        path.join(root, folder, processFile),
      )
      await bundleSdk()
    },
  )
