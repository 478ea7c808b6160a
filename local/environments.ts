import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentStore } from './engine/store'
import type { FileStore } from './storage/file-store'
import { CloudError } from './ground/cloud-error'

/** One environment of CloudBase: a database and files of its own. */
export interface Environment {
  id: string
  store: DocumentStore
  files: FileStore
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Folder and address part under which the other environments are. */
export const ENVIRONMENTS = 'environments'

/** Folders of the other environments below a data directory; each is a data directory of its own. */
export function environmentFolders(data: string): string[] {
  const others = join(data, ENVIRONMENTS)
  if (!existsSync(others)) return []
  // What a file manager leaves there, or somebody's own, is none of them.
  return readdirSync(others, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => join(others, name))
}
const MOST = 32

/**
 * The environments by the `envName` of requests. Functions, clock, messages and the inspection page belong to
 * the main one; another comes into being when a request first names it.
 */
export class Environments {
  private readonly others = new Map<string, Environment>()

  /** @param open opens the database and the files of another environment */
  constructor(
    readonly main: Environment,
    private readonly open: (id: string) => Environment,
  ) {}

  /**
   * The environment of a request; without a name the main one.
   * @throws CloudError INVALID_ENV for what is no name, or for one too many; what stops it from being opened
   */
  of(name: unknown): Environment {
    if (name === undefined || name === null || name === '' || name === this.main.id)
      return this.main
    const known = typeof name === 'string' ? this.others.get(name) : undefined
    if (known) return known
    if (typeof name !== 'string' || !NAME.test(name))
      throw new CloudError('INVALID_ENV', `${String(name)} is no name of an environment`)
    if (this.others.size >= MOST)
      throw new CloudError('INVALID_ENV', `there are ${MOST} other environments already`)
    const environment = this.open(name)
    try {
      environment.files.sweep()
    } catch (error) {
      void environment.store.close()
      throw error
    }
    this.others.set(name, environment)
    return environment
  }

  /**
   * Settles when the data of every one that is open are known to fit their indexes.
   * @throws IndexViolated
   */
  async proven(): Promise<void> {
    for (const { store } of [this.main, ...this.others.values()]) await store.whenProven()
  }

  /** An environment that is there already; undefined names the main one. */
  find(name: string | undefined): Environment | null {
    return name === undefined ? this.main : (this.others.get(name) ?? null)
  }

  /** Closes all but the main one, whose owner closes it. */
  async close(): Promise<void> {
    await Promise.all([...this.others.values()].map(({ store }) => store.close()))
  }
}
