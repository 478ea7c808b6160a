import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..')
const OUTPUT = join(ROOT, 'dist', 'test')

/**
 * Bundles a file of this folder for a process of its own.
 * @param name without its ending
 * @returns the bundle, below the repository so that packages are found; removed after the tests of the file
 */
export function bundle(name: string): string {
  mkdirSync(OUTPUT, { recursive: true })
  const folder = mkdtempSync(join(OUTPUT, `${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, `${name}.cjs`)
  const options = {
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@': ROOT },
    logLevel: 'warning',
  }
  // esbuild refuses to run among the globals of a test.
  const build = `require('esbuild').buildSync(${JSON.stringify(options)})`
  execFileSync(process.execPath, ['-e', build], { cwd: ROOT })
  return outfile
}
