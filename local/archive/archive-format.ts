/**
 * An archive is a gzip file of lines, each a JSON array `[kind, value]`, in this order:
 *
 * - `["archive", ArchiveHead]`
 * - for each collection, by name: `["collection", name]`, a `["document", EJSON]` for each document in the
 *   order they were created, `["sum", hex]`
 * - for each file, by path: `["file", FileHead]`, its bytes as `["bytes", base64]` of `BYTES_IN_LINE` bytes (the
 *   last line fewer), `["sum", hex]`
 * - `["end", ArchiveEnd]`, and nothing behind it
 *
 * The sum of a collection is the SHA-256 of its documents' SHA-256s in ascending order, so it does not depend
 * on their order; that of a file the SHA-256 of its bytes. Equal data gives equal bytes.
 */
export const FORMAT = 'cloudbase-local archive'
export const VERSION = 1

/** Divisible by 3, so that base64 needs no padding but in the last line. */
export const BYTES_IN_LINE = 48 * 1024

/**
 * The first ten bytes: gzip, deflate, no flags, no time, no compression level and no system, because none of
 * these is content.
 */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

export interface ArchiveClock {
  /** Where the clock is, epoch ms; null when it is the real time. */
  at: number | null
  /** Latest clock reading of any commit, epoch ms: the clock must not go behind it. */
  lastCommitAt: number
}

export interface ArchiveHead {
  format: typeof FORMAT
  version: typeof VERSION
  clock: ArchiveClock
}

export interface FileHead {
  path: string
  contentType: string
  size: number
  /** Hex MD5 of the bytes, which COS gives as ETag. */
  md5: string
  /** Epoch ms on the local clock. */
  uploadedAt: number
}

export interface ArchiveEnd {
  collections: number
  documents: number
  files: number
  /** The content hash, see `ContentHash`. */
  content: string
  /** SHA-256 of all lines before this one. */
  sha256: string
}

/** Why a file is no archive, or no whole one. */
export class BadArchive extends Error {}
