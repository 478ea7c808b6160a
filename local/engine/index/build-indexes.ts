import type { Collection } from '../collection'
import { Stopped } from './slices'
import type { SortedIndex } from './sorted-index'

type Collections = ReadonlyMap<string, Collection>

async function oneByOne(
  collections: Collections,
  work: (index: SortedIndex) => Promise<void>,
): Promise<void> {
  try {
    for (const { indexes } of [...collections.values()])
      for (const index of indexes) await work(index)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}

/**
 * Looks whether every index can hold what is stored, turn by turn: nobody waits who needs none of them.
 * @throws IndexViolated
 */
export const proveIndexes = (collections: Collections) =>
  oneByOne(collections, (index) => index.prove())

/** Builds the indexes that were put off at the start, one after the other, with requests in between. */
export const buildIndexes = (collections: Collections) =>
  oneByOne(collections, (index) => index.build())
