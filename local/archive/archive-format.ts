import { crc32 } from 'node:zlib'

/**
 * An archive is a gzip file of lines, each a JSON array `[kind, value]`, in this order:
 *
 * - `["archive", ArchiveHead]`
 * - for each collection, by name: `["collection", name]`, a `["document", EJSON]` for each document in the
 *   order they were created, `["sum", hex]`
 * - for each file, by path: `["file", FileHead]`, its bytes as `["bytes", base64]` of `BYTES_IN_LINE` bytes (the
 *   last line fewer), `["sum", hex]`
 * - `["end", ArchiveEnd]`
 * - the seal: `["packed", hex]`, the SHA-256 of the packed bytes before it, as a gzip member of its own
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

/**
 * The last bytes of an archive: a gzip member without compression, written by hand so that there is one way
 * only to write it.
 */
export function sealOf(sha256: string): Buffer {
  const line = Buffer.from(`${JSON.stringify(['packed', sha256])}\n`)
  // The last block, stored: its length and the complement of it (RFC 1951, 3.2.4).
  const block = Buffer.from([1, line.length, 0, 255 - line.length, 255])
  const end = Buffer.alloc(8)
  end.writeUInt32LE(crc32(line), 0)
  end.writeUInt32LE(line.length, 4)
  return Buffer.concat([GZIP_HEAD, block, line, end])
}

export const SEAL_LENGTH = sealOf('0'.repeat(64)).length

/** The checksum that a seal holds; null when the bytes are no seal. */
export function readSeal(bytes: Buffer): string | null {
  const sha256 = /\["packed","([0-9a-f]{64})"\]/.exec(bytes.toString('latin1'))?.[1]
  return sha256 !== undefined && sealOf(sha256).equals(bytes) ? sha256 : null
}

/** Why a file is no archive, or no whole one. */
export class BadArchive extends Error {}
