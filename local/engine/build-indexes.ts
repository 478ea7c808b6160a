import { setImmediate } from 'node:timers/promises'
import type { Collection } from './collection'

/**
 * Builds the indexes that were put off at the start, one after the other, with requests in between.
 * @param stopped ends it early
 */
export async function buildIndexes(
  collections: ReadonlyMap<string, Collection>,
  stopped: () => boolean,
): Promise<void> {
  for (const collection of collections.values())
    for (const index of collection.indexes) {
      if (stopped()) return
      if (index.build()) await setImmediate()
    }
}
