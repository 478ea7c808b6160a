import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { documentKey } from '../engine/collection'
import type { Document } from '../engine/document'
import type { DocumentStore } from '../engine/store'
import type { BlobStore } from './blob-store'

export interface StoredFile {
  path: string
  blob: string
  size: number
  md5: string
  contentType: string
  /** Epoch ms on the local clock. */
  uploadedAt: number
}

export interface FileStoreOptions {
  store: DocumentStore
  blobs: BlobStore
  envId: string
  now: () => number
}

/** How long an upload may be begun after its target was handed out. */
const UPLOAD_LIFE = 15 * 60_000

/**
 * Files by path, with signed targets and links. Links expire on the local cloud's clock, like everything
 * else: after a jump of a year yesterday's link is dead, as it would be in the cloud.
 */
export class FileStore {
  private readonly secret: Buffer

  constructor(private readonly options: FileStoreOptions) {
    this.secret = randomBytes(32)
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
    const { store } = this.options
    const record = store.internal('files').records.get(documentKey(path))
    const document = record ? store.visible(record, store.viewFor(null)) : null
    return document ? (document as unknown as StoredFile) : null
  }

  async save(
    path: string,
    source: AsyncIterable<Buffer>,
    contentType: string,
    most: number,
  ): Promise<StoredFile> {
    const blob = await this.options.blobs.put(source, most)
    const file: StoredFile = {
      path,
      blob: blob.key,
      size: blob.size,
      md5: blob.md5,
      contentType,
      uploadedAt: this.options.now(),
    }
    const replaced = this.find(path)
    await this.write(path, file)
    if (replaced) await this.options.blobs.remove(replaced.blob)
    return file
  }

  /** @returns whether there was such a file */
  async remove(path: string): Promise<boolean> {
    const file = this.find(path)
    if (!file) return false
    await this.write(path, null)
    await this.options.blobs.remove(file.blob)
    return true
  }

  read(file: StoredFile, range?: { start: number; end: number }): ReturnType<BlobStore['read']> {
    return this.options.blobs.read(file.blob, range)
  }

  /** What `getUploadMetadata` hands out: allows one PUT to this path for 15 minutes. */
  uploadSignature(path: string): string {
    const expires = this.options.now() + UPLOAD_LIFE
    return `${expires}.${this.sign('put', path, expires)}`
  }

  mayUpload(path: string, signature: unknown): boolean {
    return this.verify('put', path, signature)
  }

  /** @param seconds how long the link lives */
  linkSignature(path: string, seconds: number): { sign: string; t: number } {
    const expires = this.options.now() + seconds * 1000
    return { sign: this.sign('get', path, expires), t: expires }
  }

  mayRead(path: string, sign: unknown, t: unknown): boolean {
    return this.verify('get', path, `${String(t)}.${String(sign)}`)
  }

  private verify(method: string, path: string, signature: unknown): boolean {
    const match =
      typeof signature === 'string' ? /^(\d{1,16})\.([0-9a-f]{64})$/.exec(signature) : null
    if (!match) return false
    const expires = Number(match[1])
    const wanted = Buffer.from(this.sign(method, path, expires))
    return timingSafeEqual(wanted, Buffer.from(match[2] as string)) && expires > this.options.now()
  }

  private sign(method: string, path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${method}\n${path}\n${expires}`).digest('hex')
  }

  private async write(path: string, file: StoredFile | null): Promise<void> {
    const { store } = this.options
    const files = store.internal('files')
    const document: Document | null = file ? { _id: path, ...file } : null
    await store.write((transaction) => store.put(transaction, files, documentKey(path), document))
  }
}
