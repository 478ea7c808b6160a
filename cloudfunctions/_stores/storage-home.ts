import type { Cloud } from './database'

/**
 * Where this environment's files are: what stands before a path in the platform's ids
 * (`cloud://ENVIRONMENT.BUCKET/`). Documents hold paths only, so that a ledger may move.
 */
export class StorageHome {
  private known: string | null = null

  constructor(private readonly cloud: Cloud) {}

  /** As kept in the database, or as a reply of the platform says it. */
  learn(home: string): void {
    this.known = home
  }

  /** Asks the platform once in a process where nobody has told it. */
  async find(): Promise<string> {
    if (this.known !== null) return this.known
    const cloudPath = 'home'
    const { data } = await this.cloud.getUploadMetadata({ cloudPath })
    const home = data.fileId.slice(0, -cloudPath.length)
    this.known = home
    return home
  }
}

/** The path of a file by what a document or a phone holds; older ones hold the platform's id. */
export const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')
