/**
 * `npm run bench:importer [-- --json] [--seeds N] [--only WORD]`: the importer on the whole corpus
 * of printed layouts. How many fields are right, wrong or missing in silence, or told; and how long
 * 45,000 characters take.
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { root } from '../build/stamp.mjs'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})

/** The corpus and the importer in one file, as the functions are bundled. */
const bundle = async () => {
  const folder = path.join(root, 'dist/bench')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, 'corpus.cjs')
  await esbuild.build({
    entryPoints: [path.join(root, 'test/importer/corpus/report.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    logLevel: 'error',
    define: { 'import.meta.url': '__ownUrl' },
    banner: { js: "const __ownUrl = require('url').pathToFileURL(__filename).href;" },
  })
  return createRequire(import.meta.url)(outfile)
}

const { report, sentences } = await bundle()
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
const figures = await report(seeds, values.only)
console.log(values.json ? JSON.stringify(figures, null, 2) : sentences(figures).join('\n'))
if (figures.total.wrongSilent + figures.total.missingSilent + figures.total.unreported > 0)
  process.exitCode = 1
