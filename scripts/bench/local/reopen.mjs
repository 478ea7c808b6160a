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

/** @returns ends the watch and tells how long (ms) nothing else could be done at a time */
const watchTurns = () => {
  let last = process.hrtime.bigint()
  let longest = 0
  let over = false
  const turn = () => {
    longest = Math.max(longest, since(last))
    last = process.hrtime.bigint()
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    over = true
    return Math.max(longest, since(last))
  }
}

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
  await store.whenProven()
  const ms = since(start)
  // Requests are answered from here on; one that needs an index waits for it.
  const longestStand = watchTurns()
  await store.whenIndexed()
  const indexedMs = since(start)
  const standMs = longestStand()
  // What a full collection leaves resident; garbage of the start is given back by then.
  globalThis.gc()
  const count = store.collection('tasks').records.size
  const bytes = (process.memoryUsage.rss() - before) / count
  await store.close()
  console.log(JSON.stringify({ ms, indexedMs, standMs, count, bytes }))
}
