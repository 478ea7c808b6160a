import type { TestApp } from '../../support/app'
import { dumpTexts } from '../feedback/dump'
import { timerRuns } from './requests-of'

/** Every document as text, under its collection and id. */
type Content = ReadonlyMap<string, string>

/** Counts a day by code, written by a process when a minute is over: no call's own. */
const countedBeside = 'watch'

const isLedger = (collection: string): boolean =>
  collection !== countedBeside && !collection.startsWith('_local_')

export const contentOf = async (app: TestApp): Promise<Content> =>
  new Map(
    [...(await dumpTexts(app))]
      .filter(([collection]) => isLedger(collection))
      .flatMap(([collection, texts]) =>
        [...texts].map(([id, text]) => [`${collection}/${id}`, text] as const),
      ),
  )

type How = 'added' | 'removed' | 'changed'

const howOf = (before: string | null, after: string | null): How | null => {
  if (before === after) return null
  return before === null ? 'added' : after === null ? 'removed' : 'changed'
}

/** How each document differs, by its name. */
export const differences = (before: Content, after: Content): ReadonlyMap<string, How> => {
  const all = new Map<string, How>()
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const how = howOf(before.get(name) ?? null, after.get(name) ?? null)
    if (how) all.set(name, how)
  }
  return all
}

/**
 * What `differences` would find between the content before the work and after it, told by the
 * database: to read all of it twice takes longer than most work.
 */
export const changesOf = async <T>(app: TestApp, work: () => Promise<T>) => {
  const seen = new Map<string, { readonly before: string | null; after: string | null }>()
  const text = (document: object | null) => document && JSON.stringify(document)
  const end = app.onChange((collection, _key, old, young) => {
    if (!isLedger(collection)) return
    const name = `${collection}/${String((young ?? old)?._id)}`
    const after = text(young)
    seen.set(name, { before: seen.has(name) ? seen.get(name)!.before : text(old), after })
  })
  try {
    const done = await work()
    const changes = new Map<string, How>()
    for (const [name, { before, after }] of seen) {
      const how = howOf(before, after)
      if (how) changes.set(name, how)
    }
    return { done, changes }
  } finally {
    end()
  }
}

/** How many documents of each collection were added, changed and removed. */
export const tally = (found: ReadonlyMap<string, string>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const [name, how] of found) {
    const line = `${name.slice(0, name.indexOf('/'))} ${how}`
    counts[line] = (counts[line] ?? 0) + 1
  }
  return counts
}

/** Does the work again until no timer ran meanwhile: what a timer writes is no call's. */
export const undisturbed = async <T>(app: TestApp, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    const before = await timerRuns(app)
    const done = await work()
    if ((await timerRuns(app)) === before) return done
  }
}
