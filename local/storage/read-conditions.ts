import type { IncomingHttpHeaders } from 'node:http'
import type { ByteRange } from './blob-store'
import type { StoredFile } from './file-store'

export type Reading =
  | { kind: 'whole' }
  | { kind: 'part'; range: ByteRange }
  | { kind: 'unchanged' }
  | { kind: 'changed' }
  | { kind: 'unsatisfiable' }

export const etagOf = ({ md5 }: StoredFile) => `"${md5}"`

/** HTTP dates have whole seconds. */
const secondsOf = ({ uploadedAt }: StoredFile) => Math.floor(uploadedAt / 1000) * 1000

export const lastModifiedOf = (file: StoredFile) => new Date(secondsOf(file)).toUTCString()

const names = (header: string, file: StoredFile) =>
  header.trim() === '*' ||
  header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(file))

/** Null for a header that is no date: it says nothing then. */
function modifiedAfter(header: string | undefined, file: StoredFile): boolean | null {
  const instant = Date.parse(header ?? '')
  return Number.isNaN(instant) ? null : secondsOf(file) > instant
}

/** One `bytes` range; null for anything else, which is answered with the whole file (RFC 9110, 14.2). */
function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(match[1])
  const last = match[2] === '' ? size - 1 : Number(match[2])
  if (match[2] !== '' && last < start) return null
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(last, size - 1) }
}

function rangeHolds(header: string | string[] | undefined, file: StoredFile): boolean {
  if (typeof header !== 'string') return true
  return /^(W\/)?"/.test(header) ? header === etagOf(file) : header === lastModifiedOf(file)
}

/** What a GET or HEAD is to be answered with, by its conditional headers in the order of RFC 9110, 13.2.2. */
export function readingOf(headers: IncomingHttpHeaders, file: StoredFile): Reading {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (
    match !== undefined ? !names(match, file) : modifiedAfter(headers['if-unmodified-since'], file)
  )
    return { kind: 'changed' }
  const unchanged =
    noneMatch !== undefined
      ? names(noneMatch, file)
      : modifiedAfter(headers['if-modified-since'], file) === false
  if (unchanged) return { kind: 'unchanged' }
  const range = rangeHolds(headers['if-range'], file) ? readRange(headers.range, file.size) : null
  if (range === 'unsatisfiable') return { kind: 'unsatisfiable' }
  return range ? { kind: 'part', range } : { kind: 'whole' }
}
