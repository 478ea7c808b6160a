import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { root } from './stamp.mjs'

/**
 * Bundles TypeScript for the Node that runs it here; packages stay where they are installed. Under
 * another name first, since two commands may start at once and one may run what the other writes.
 */
export const bundleForNode = async ({ entry, output }) => {
  // Loaded only when there is something to build.
  const { build } = await import('esbuild')
  const bundle = path.join(root, output)
  const outfile = `${bundle}.${process.pid}.part`
  mkdirSync(path.dirname(bundle), { recursive: true })
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
  renameSync(outfile, bundle)
}
