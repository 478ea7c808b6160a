import * as esbuild from 'esbuild'
import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleLocalCloud } from '../../local-cloud.mjs'
import { documentText, generator, schema } from './documents.mjs'
import { post, startServer } from './server.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const BATCH = 50
const LANES = 8

/** Bundles the server, and the engine alone for the measurements that need no server. */
export async function makeBench(folder, documents, rounds) {
  const engine = path.join(folder, 'engine.cjs')
  await esbuild.build({
    stdin: {
      contents: `export { DocumentStore } from './local/engine/store'
        export { readSchema } from './local/engine/schema'
        export { databaseReads } from './local/wire/actions/database-reads'
        export { createDispatch } from './local/wire/dispatch-action'`,
      resolveDir: root,
    },
    outfile: engine,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  })
  for (const [name, indexed] of [
    ['indexed', true],
    ['bare', false],
  ])
    // prettier-ignore
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(schema(indexed)))
  const sample = Array.from({ length: 100 }, (_, i) => documentText(i, generator(i)))
  const bytes = sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / sample.length
  return {
    folder,
    documents,
    rounds,
    engine,
    script: await bundleLocalCloud(),
    bytesPerDocument: Math.round(bytes),
    data: path.join(folder, 'data-indexed'),
    schemaFile: (indexed) => path.join(folder, `${indexed ? 'indexed' : 'bare'}.json`),
  }
}

export const serve = (bench, { data, indexed }, ...more) =>
  startServer(bench.script, [
    '--data',
    data,
    '--schema',
    bench.schemaFile(indexed),
    '--quiet',
    ...more,
  ])

/** Fills the data directory through the protocol, then copies it for the server without indexes. */
export async function loadDocuments(bench) {
  const server = await serve(bench, { data: bench.data, indexed: true })
  const random = generator(20_191_104)
  let next = 0
  const lane = async () => {
    while (next < bench.documents) {
      const data = []
      while (data.length < BATCH && next < bench.documents) data.push(documentText(next++, random))
      await post(server.endpoint, {
        action: 'database.insertDocument',
        collectionName: 'tasks',
        data,
      })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await server.stop()
  bench.bareData = path.join(bench.folder, 'data-bare')
  cpSync(bench.data, bench.bareData, { recursive: true })
}
