import { Collection } from '../collection'
import { makeDirectory } from './data-files'
import { lockDirectory } from './directory-lock'
import type { DurableCommits } from './durable-commits'
import { loadDirectory } from './load-directory'
import { LoadedState } from './log-operations'
import type { Schema } from '../schema'
import type { StoreOptions } from '../store-options'

export interface OpenedDirectory {
  /** Of the latest commit. */
  sequence: number
  /** Gives the directory back. */
  unlock: () => void
}

/**
 * Adds what the schema names to what was loaded, and builds the indexes of small collections.
 * @throws IndexViolated when one of them cannot hold what is stored
 */
export function completeCollections(
  collections: Map<string, Collection>,
  schema: Schema | null,
): void {
  for (const [name, definition] of schema?.collections ?? [])
    if (!collections.has(name)) collections.set(name, new Collection(name, definition))
  for (const collection of collections.values()) collection.buildIndexes()
}

/**
 * Locks a data directory, reads all of it, and only then begins to write there.
 * @throws DirectoryInUse | DamagedLog | IndexViolated; the directory is free again and nothing stored is changed
 */
export function openDirectory(
  directory: string,
  collections: Map<string, Collection>,
  commits: DurableCommits,
  { schema, report }: Pick<StoreOptions, 'schema' | 'report'>,
): OpenedDirectory {
  makeDirectory(directory)
  const unlock = lockDirectory(directory)
  try {
    const state = new LoadedState(collections, schema)
    const loaded = loadDirectory(directory, state, (message) => report?.(message))
    completeCollections(collections, schema)
    commits.startAt(state.sequence, state.lastCommitAt)
    commits.open(directory, loaded)
    return { sequence: state.sequence, unlock }
  } catch (error) {
    unlock()
    throw error
  }
}
