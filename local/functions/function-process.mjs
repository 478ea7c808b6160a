/*
 * Runs in the child process of one cloud function, before the function's own code is loaded.
 * Plain JavaScript: it is started by node directly, from the source tree and from a bundle alike.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const RealDate = Date
let offset = Number(process.env.LOCAL_CLOUD_CLOCK_OFFSET || 0)
delete process.env.LOCAL_CLOUD_CLOCK_OFFSET
/** A test of an exact instant: the clock stands there. */
let standing = null
const now = () => standing ?? RealDate.now() + offset

const ClockDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length === 0 ? [now()] : args,
      newTarget === ClockDate ? target : newTarget,
    ),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
RealDate.prototype.constructor = ClockDate
globalThis.Date = ClockDate

/** The cloud's limit of one result. */
const MOST_RESULT_BYTES = 6 * 1024 * 1024

const directory = process.argv[2]
// A function may tamper with `process`; what it answers through stays ours.
const send = process.send.bind(process)

/** How `require` says that a file is, or waits for, an ES module. */
const NEEDS_IMPORT = new Set(['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE'])

async function load() {
  const file = join(directory, 'index.js')
  let loaded
  try {
    loaded = createRequire(import.meta.url)(file)
  } catch (error) {
    if (!NEEDS_IMPORT.has(error?.code)) throw error
    loaded = await import(pathToFileURL(file).href)
  }
  const main = loaded.main ?? loaded.default?.main
  if (typeof main !== 'function') throw new Error('index.js does not export main')
  return main
}

function textOf(value) {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  } catch {
    return String(value)
  }
}

const describe = (error) =>
  error instanceof Error
    ? { message: `${error.name}: ${error.message}`, stack: String(error.stack ?? '') }
    : { message: textOf(error), stack: '' }

function call(main, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result))
    const result = main(event, context, callback)
    // With a third parameter and no promise the function answers through the callback.
    const byCallback =
      main.length >= 3 && (result === undefined || typeof result?.then !== 'function')
    if (!byCallback) resolve(result)
  })
}

async function handle(main, message) {
  try {
    const result = await call(main, message.event, message.context)
    const text = JSON.stringify(result === undefined ? null : result) ?? 'null'
    if (Buffer.byteLength(text) > MOST_RESULT_BYTES)
      throw new Error('The size of response exceeds the upper limit (6MB)')
    send({ kind: 'result', id: message.id, text })
  } catch (error) {
    send({ kind: 'error', id: message.id, ...describe(error) })
  }
}

// Nobody is left to answer to: a killed server must leave no process behind.
process.on('disconnect', () => process.exit(0))
// The server ends its functions itself; Ctrl-C reaches the whole process group.
process.on('SIGINT', () => undefined)
// Told before the process ends by it, so that the call that is running can say why.
process.on('uncaughtExceptionMonitor', (error) => send({ kind: 'fatal', ...describe(error) }))

const loading = load()
loading.then(
  () => send({ kind: 'ready' }),
  (error) => send({ kind: 'broken', ...describe(error) }),
)
process.on('message', (message) => {
  if (typeof message.offset === 'number') {
    offset = message.offset
    standing = message.standing ?? null
  }
  if (message.kind === 'event')
    loading.then(
      (main) => {
        send({ kind: 'begun', id: message.id })
        return handle(main, message)
      },
      () => undefined,
    )
})
