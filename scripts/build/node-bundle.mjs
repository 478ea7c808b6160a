import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './stamp.mjs'

/** Bundles TypeScript for the Node that runs it here; packages stay where they are installed. */
export const bundleForNode = async ({ entry, output }) => {
  // Loaded only when there is something to build.
  const { build } = await import('esbuild')
  const outfile = path.join(root, output)
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    alias: { '@': root },
    logLevel: 'error',
  })
}
