/** Writes `sw.js` beside the pages: what it keeps is what the first document names. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './stamp.mjs'

const namedIn = (html) =>
  [...html.matchAll(/(?:src|href)="\.\/((?:js|css)\/[^"]+)"/g)].map(([, file]) => file)

/** @param folder where the pages were built */
export const buildServiceWorker = async (folder) => {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const revision = createHash('sha256').update(html).digest('hex').slice(0, 16)
  const ownFiles = [
    { url: 'index.html', revision },
    // Their names carry a digest of their content.
    ...namedIn(html).map((url) => ({ url, revision: null })),
  ]
  const { build } = await import('esbuild')
  await build({
    entryPoints: [path.join(root, 'src/service-worker/index.ts')],
    outfile: path.join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { ownFiles: JSON.stringify(ownFiles), 'process.env.NODE_ENV': '"production"' },
  })
}
