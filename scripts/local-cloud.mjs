// Bundles local/main.ts when its sources changed, then runs it in this process: signals reach it directly.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'local')
const output = join(root, 'dist', 'local-cloud')
const bundle = join(output, 'main.cjs')

const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? newest(join(folder, entry.name))
        : statSync(join(folder, entry.name)).mtimeMs,
    ),
  )

/** Builds when needed; under another name first, since two may start at once. */
export async function bundleLocalCloud() {
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest(source)) return bundle
  mkdirSync(output, { recursive: true })
  // Loaded only when there is something to build: a start without changes is quicker by half.
  const { build } = await import('esbuild')
  const partial = join(output, `main.${process.pid}.cjs`)
  await build({
    entryPoints: [join(source, 'main.ts')],
    outfile: partial,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  })
  copyFileSync(
    join(source, 'functions', 'function-process.mjs'),
    join(output, 'function-process.mjs'),
  )
  renameSync(partial, bundle)
  return bundle
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  createRequire(import.meta.url)(await bundleLocalCloud())
}
