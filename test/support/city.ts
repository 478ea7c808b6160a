import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from '@/scripts/write-whole.mjs'
import { dumpTexts } from '../functions/feedback/dump'
import { startApp, type StartedWith, type TestApp } from './app'
import { citiesFolder } from './cities'

/** The small city as calls left it: what lies in the database, and what was said on the way. */
interface KeptCity<T> {
  readonly result: T
  readonly documents: Readonly<Record<string, readonly string[]>>
  readonly openids: readonly string[]
  readonly words: readonly string[]
}

type Build<T> = (app: TestApp) => Promise<T>

/** In the minute before, so that nothing of it is of a later moment than the first call of a test. */
const minute = 60_000

const made = async <T>(build: Build<T>, { startAt, ...rest }: StartedWith) => {
  const before = new Date(Date.parse(startAt) - minute).toISOString()
  const app = await startApp({ ...rest, startAt: before })
  try {
    const result = await build(app)
    const documents: Record<string, string[]> = {}
    for (const [collection, texts] of await dumpTexts(app))
      if (texts.size > 0) documents[collection] = [...texts.values()]
    const city: KeptCity<T> = { result, documents, ...app.said() }
    return city
  } finally {
    await app.close()
  }
}

/** One file for each way in which a test starts its cloud: what is written depends on nothing else. */
const fileOf = (startedWith: StartedWith): string =>
  path.join(
    citiesFolder,
    `${createHash('sha256').update(JSON.stringify(startedWith)).digest('hex').slice(0, 16)}.json`,
  )

const keptOrMade = async <T>(build: Build<T>, startedWith: StartedWith): Promise<KeptCity<T>> => {
  const file = fileOf(startedWith)
  // Written whole or not at all: two workers that make it at once make two that are equally good.
  if (!existsSync(file)) writeWhole(file, JSON.stringify(await made(build, startedWith)))
  return JSON.parse(readFileSync(file, 'utf8')) as KeptCity<T>
}

const put = async (app: TestApp, collectionName: string, data: readonly string[]) => {
  const response = await fetch(app.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'database.insertDocument', collectionName, data }),
  })
  const reply = (await response.json()) as { data?: object; message?: string }
  if (!reply.data) throw new Error(`${collectionName}: ${reply.message}`)
}

/** No process of a function has run, the first of which says what key it has, and the clock was not moved. */
const isFresh = async (app: TestApp): Promise<boolean> => {
  const since = app.clock.now() - Date.parse(app.startedWith.startAt)
  return since < minute && (await dumpTexts(app, ['deployment'])).get('deployment')!.size === 0
}

/**
 * What `build` does by calls, done by them once a run and then put into every fresh cloud as it
 * lies in the database. One that is in use already is built up by calls.
 */
export const builtOnce = async <T>(app: TestApp, build: Build<T>): Promise<T> => {
  if (!(await isFresh(app))) return build(app)
  const { result, documents, openids, words } = await keptOrMade(build, app.startedWith)
  for (const [collection, texts] of Object.entries(documents)) await put(app, collection, texts)
  app.wasUsed({ openids, words })
  return result
}
