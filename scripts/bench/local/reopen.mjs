/**
 * A process of its own for each measurement: opens a data directory and prints what it took.
 * Arguments: engine bundle, data directory, `parse` or `open`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { schema } from './documents.mjs'

const [engineFile, directory, mode] = process.argv.slice(2)
const { DocumentStore, readSchema } = createRequire(import.meta.url)(engineFile)

/** JSON of every line of the data files: the lines without their checksums. */
const lines = () =>
  readdirSync(directory)
    .filter((name) => /^(snapshot|commits-\d+\.log|commits\.log)$/.test(name))
    .flatMap((name) => readFileSync(path.join(directory, name), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => line.slice(line.indexOf(' ') + 1))

const since = (start) => Number(process.hrtime.bigint() - start) / 1e6

if (mode === 'parse') {
  const texts = lines()
  const start = process.hrtime.bigint()
  for (const text of texts) JSON.parse(text)
  console.log(JSON.stringify({ ms: since(start), lines: texts.length }))
} else {
  globalThis.gc()
  const before = process.memoryUsage.rss()
  const start = process.hrtime.bigint()
  const store = DocumentStore.open({ directory, schema: readSchema(schema(true)), now: Date.now })
  const ms = since(start)
  // Requests are answered from here on; an index that one needs earlier is built at once.
  await store.whenIndexed()
  const indexedMs = since(start)
  // What a full collection leaves resident; garbage of the start is given back by then.
  globalThis.gc()
  const count = store.collection('tasks').records.size
  const bytes = (process.memoryUsage.rss() - before) / count
  await store.close()
  console.log(JSON.stringify({ ms, indexedMs, count, bytes }))
}
