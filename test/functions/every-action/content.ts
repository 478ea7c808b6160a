import type { TestApp } from '../../support/app'
import { dumpTexts } from '../feedback/dump'
import { timerRuns } from './requests-of'

/** Every document as text, under its collection and id. */
type Content = ReadonlyMap<string, string>

/** Counts a day by code, written by a process when a minute is over: no call's own. */
const countedBeside = 'watch'

export const contentOf = async (app: TestApp): Promise<Content> =>
  new Map(
    [...(await dumpTexts(app))]
      .filter(([collection]) => collection !== countedBeside)
      .flatMap(([collection, texts]) =>
        [...texts].map(([id, text]) => [`${collection}/${id}`, text] as const),
      ),
  )

/** How each document differs, by its name: `added`, `removed` or `changed`. */
export const differences = (before: Content, after: Content): ReadonlyMap<string, string> => {
  const all = new Map<string, string>()
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, young] = [before.get(name), after.get(name)]
    if (old === young) continue
    all.set(name, old === undefined ? 'added' : young === undefined ? 'removed' : 'changed')
  }
  return all
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
