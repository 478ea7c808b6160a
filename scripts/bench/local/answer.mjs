/**
 * A process of its own: opens a data directory and answers the two questions as the server does, from the
 * request's text to the reply's text, without HTTP and without the SDK, whose time is the same either way.
 * Arguments: engine bundle, data directory, `indexed` or `bare`, rounds.
 */
import { createRequire } from 'node:module'
import { requests, schema } from './documents.mjs'
import { medianMs } from './measure.mjs'

const [engineFile, directory, mode, rounds] = process.argv.slice(2)
const { DocumentStore, readSchema, databaseReads, createDispatch } = createRequire(import.meta.url)(
  engineFile,
)
const store = DocumentStore.open({
  directory,
  schema: readSchema(schema(mode === 'indexed')),
  now: Date.now,
})
const limits = { strict: false, mostExamined: null }
const dispatch = createDispatch(databaseReads({ store, now: Date.now, limits }), {
  report: console.error,
})
const result = {}
for (const [name, request] of Object.entries(requests)) {
  const text = JSON.stringify(request)
  const ask = async () => JSON.stringify(await dispatch(JSON.parse(text)))
  const { data, message } = JSON.parse(await ask())
  if (!data) throw new Error(message)
  result[name] = {
    found: data.list.length,
    first: data.list[0],
    ms: await medianMs(Number(rounds), ask, 20),
  }
}
await store.close()
console.log(JSON.stringify(result))
