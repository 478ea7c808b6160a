// npm run --silent import -- FILE [--json] [--text FILE]
// Bundles the importer when its sources changed, then runs it on the file.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const documents = join(root, 'cloudfunctions', 'documents')
const sources = [documents, join(root, 'cloudfunctions', '_kit'), join(root, 'domain', 'calendar')]
const bundle = join(root, 'dist', 'import-cli.cjs')

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
    }),
  )

const changed = Math.max(...sources.map(newest), statSync(join(root, 'package-lock.json')).mtimeMs)
if (!existsSync(bundle) || statSync(bundle).mtimeMs < changed) {
  const { build } = await import('esbuild')
  mkdirSync(dirname(bundle), { recursive: true })
  // Whoever runs it meanwhile gets the old one or the new one, and no half.
  const made = `${bundle}.${process.pid}`
  await build({
    entryPoints: [join(documents, 'import-cli.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: made,
    minify: true,
    logLevel: 'error',
    // unpdf asks for its own file's address; a CommonJS bundle has none of its own.
    define: { 'import.meta.url': '__importerUrl' },
    banner: { js: "const __importerUrl = require('url').pathToFileURL(__filename).href;" },
  })
  renameSync(made, bundle)
}

const run = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = run.status ?? 1
