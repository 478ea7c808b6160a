import { createHash, hash } from 'node:crypto'
import type { FileHead } from './archive-format'

/** SHA-256 over the SHA-256s of documents in ascending order: which documents there are, in whatever order. */
export class DocumentSum {
  /** One character for each byte: a digest takes a fifth of what a Buffer would. */
  private digests: string[] = []

  /** @param text EJSON of the document */
  add(text: string): void {
    this.digests.push(hash('sha256', text, 'binary'))
  }

  get documents(): number {
    return this.digests.length
  }

  /** Hex. */
  digest(): string {
    const sum = createHash('sha256')
    for (const digest of this.digests.sort()) sum.update(digest, 'binary')
    return sum.digest('hex')
  }
}

/**
 * The hash of what a data directory holds: its documents by collection, and its files by path with their type,
 * time and bytes. It does not depend on the order of insertion, on versions and compaction, on keys, on the
 * clock, nor on empty collections, which a schema may add at each start.
 */
export class ContentHash {
  private readonly parts: string[] = []

  collection(name: string, sum: DocumentSum, digest = sum.digest()): void {
    if (sum.documents > 0) this.parts.push(`collection ${JSON.stringify(name)} ${digest}`)
  }

  /** @param sha256 hex, of the bytes */
  file({ path, contentType, size, md5, uploadedAt }: FileHead, sha256: string): void {
    const head = JSON.stringify([path, contentType, size, md5, uploadedAt])
    this.parts.push(`file ${head} ${sha256}`)
  }

  /** Hex. */
  digest(): string {
    const sum = createHash('sha256')
    for (const part of this.parts.sort()) sum.update(`${part}\n`)
    return sum.digest('hex')
  }
}
