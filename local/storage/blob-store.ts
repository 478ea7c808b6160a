import type { Readable } from 'node:stream'

export interface ByteRange {
  start: number
  /** Inclusive. */
  end: number
}

export interface BlobStore {
  /**
   * Keeps the bytes under a new key once they are all on disk. What is too large or finds no room is still
   * read to its end: breaking off would close the connection before the sender has seen the refusal.
   * @throws BlobTooLarge beyond `most` bytes; the error of the disk; nothing is kept then
   */
  put(source: AsyncIterable<Buffer>, most: number): Promise<Blob>
  /** Bytes of a blob, whole or in part; null when there is none under the key. */
  read(key: string, range?: ByteRange): Promise<Readable | null>
  remove(key: string): Promise<void>
  /** How many whole blobs there are. */
  count(): number
  /**
   * Removes other blobs: what a process that died has written without coming to record it. A whole one goes
   * only when it is a day old, and nothing goes that is not named as a blob is.
   * @returns how many went
   */
  keepOnly(keys: ReadonlySet<string>): number
}

export interface Blob {
  key: string
  size: number
  /** Hex MD5, which COS gives as ETag. */
  md5: string
}

export class BlobTooLarge extends Error {}
