import type { Collection } from './collection'
import { Stopped } from './slices'

/** Builds the indexes that were put off at the start, one after the other, with requests in between. */
export async function buildIndexes(collections: ReadonlyMap<string, Collection>): Promise<void> {
  try {
    for (const { indexes } of [...collections.values()])
      for (const index of indexes) await index.build()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}
