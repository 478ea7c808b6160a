import { documentKey } from '../engine/collection'
import type { Document } from '../ground/document'
import { internalDocument, internalDocuments } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'
import type { Transaction } from '../engine/transaction/transaction'
import type { BlobStore, ByteRange } from './blob-store'
import { FilesWithoutLog } from './files-without-log'
import { LinkSigner } from './link-signer'
import type { Verdict } from './link-signer'

export interface StoredFile {
  path: string
  blob: string
  size: number
  md5: string
  contentType: string
  /** Epoch ms on the local clock. */
  uploadedAt: number
}

/** Who may read and write files besides the administrator, by the console's names. */
export type StorageRule = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY'

export interface FileStoreOptions {
  store: DocumentStore
  blobs: BlobStore
  envId: string
  now: () => number
  /** PRIVATE when absent. */
  rule?: StorageRule
  report?: (message: string) => void
}

/** How long an upload may be begun after its target was handed out. */
const UPLOAD_LIFE = 15 * 60_000

/**
 * Files by path, with signed targets and links. Links expire on the local cloud's clock, like everything
 * else: after a jump of a year yesterday's link is dead, as it would be in the cloud.
 */
export class FileStore {
  private readonly signer: LinkSigner
  private holders = 0
  /** Blobs that no record names any more, but that somebody still holds. */
  private readonly dropped = new Set<string>()

  constructor(private readonly options: FileStoreOptions) {
    this.signer = new LinkSigner(options.now)
  }

  /**
   * Removes the blobs that no record names: what a process that died has left. To be done once, before requests.
   * @throws FilesWithoutLog when nothing was ever stored beside them: then their records are lost, not unfinished
   */
  sweep(): void {
    const { store, blobs, report } = this.options
    const whole = store.lastCommitAt === 0 ? blobs.count() : 0
    if (whole > 0) throw new FilesWithoutLog('the log holds nothing', whole)
    const removed = blobs.keepOnly(new Set(this.list().map(({ blob }) => blob)))
    if (removed > 0) report?.(`removed ${removed} files of uploads that were never finished`)
  }

  get rule(): StorageRule {
    return this.options.rule ?? 'PRIVATE'
  }

  get bucket(): string {
    return `${this.options.envId}.${Buffer.from(this.options.envId).toString('hex').slice(0, 4)}-${this.options.envId}-1250000000`
  }

  fileId(path: string): string {
    return `cloud://${this.bucket}/${path}`
  }

  /** Path of a file id; null when it names another environment or no file. */
  pathOf(fileId: unknown): string | null {
    if (typeof fileId !== 'string') return null
    const match = /^cloud:\/\/([^/]+)\/(.+)$/s.exec(fileId)
    if (!match) return null
    const environment = match[1]?.split('.')[0]
    return environment === this.options.envId ? (match[2] ?? null) : null
  }

  find(path: string): StoredFile | null {
    return this.seen(path, null)
  }

  /** @throws BlobTooLarge beyond `most` bytes; the file under the path stays as it was then */
  async save(
    path: string,
    source: AsyncIterable<Buffer>,
    contentType: string,
    most: number,
  ): Promise<StoredFile> {
    const { key, size, md5 } = await this.options.blobs.put(source, most)
    const uploadedAt = this.options.now()
    const file = { path, blob: key, size, md5, contentType, uploadedAt }
    try {
      await this.replace({ [path]: file })
    } catch (error) {
      await this.options.blobs.remove(key)
      throw error
    }
    return file
  }

  /** @returns whether there was such a file */
  async remove(path: string): Promise<boolean> {
    return (await this.replace({ [path]: null })) > 0
  }

  /** Gives a file another path; whoever looks sees it under one of the two, also after a power cut. */
  async move(file: StoredFile, path: string): Promise<void> {
    const moved = { ...file, path, uploadedAt: this.options.now() }
    await this.replace({ [file.path]: null, [path]: moved }, file.blob)
  }

  read(file: StoredFile, range?: ByteRange): ReturnType<BlobStore['read']> {
    return this.options.blobs.read(file.blob, range)
  }

  /**
   * Keeps the bytes of every file there is now, whatever becomes of the file, for a reader that takes his time.
   * @returns ends it
   */
  hold(): () => Promise<void> {
    let held = true
    this.holders += 1
    return async () => {
      if (!held) return
      held = false
      this.holders -= 1
      await this.removeDropped()
    }
  }

  /** What `getUploadMetadata` hands out: allows one PUT to this path for 15 minutes. */
  uploadSignature(path: string): string {
    const { sign, expires } = this.signer.sign('put', path, UPLOAD_LIFE)
    return `${expires}.${sign}`
  }

  mayUpload(path: string, signature: unknown): Verdict {
    const [expires, sign] = typeof signature === 'string' ? signature.split('.') : []
    return this.signer.verify('put', path, sign, expires)
  }

  /** @param seconds how long the link lives */
  linkSignature(path: string, seconds: number): { sign: string; t: number } {
    const { sign, expires } = this.signer.sign('get', path, Math.floor(seconds * 1000))
    return { sign, t: expires }
  }

  mayRead(path: string, sign: unknown, t: unknown): Verdict {
    return this.signer.verify('get', path, sign, t)
  }

  /** Every file there is, newest first. */
  list(): StoredFile[] {
    const files = internalDocuments(this.options.store, 'files') as unknown as StoredFile[]
    return files.sort((left, right) => right.uploadedAt - left.uploadedAt)
  }

  private seen(path: string, transaction: Transaction | null): StoredFile | null {
    const file = internalDocument(this.options.store, 'files', documentKey(path), transaction)
    return file as StoredFile | null
  }

  /**
   * Writes records (null removes) as one commit, then drops the blobs that they replaced.
   * @param kept a blob that only changes its path
   * @returns how many files there were before under these paths
   */
  private async replace(
    changes: Record<string, StoredFile | null>,
    kept: string | null = null,
  ): Promise<number> {
    const { store } = this.options
    const files = store.internal('files')
    const replaced = await store.write((transaction) =>
      Object.entries(changes).flatMap(([path, file]) => {
        const before = this.seen(path, transaction)
        const document: Document | null = file ? { _id: path, ...file } : null
        if (before || document) store.put(transaction, files, documentKey(path), document)
        return before ? [before.blob] : []
      }),
    )
    for (const blob of replaced) if (blob !== kept) this.dropped.add(blob)
    await this.removeDropped()
    return replaced.length
  }

  /** What cannot be removed is only in the way: the file that took its place is stored, and must count so. */
  private async removeDropped(): Promise<void> {
    if (this.holders > 0) return
    for (const blob of this.dropped) {
      this.dropped.delete(blob)
      try {
        await this.options.blobs.remove(blob)
      } catch (error) {
        this.options.report?.(`a replaced file stays on the disk: ${(error as Error).message}`)
      }
    }
  }
}
