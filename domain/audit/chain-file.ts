import { type AuditEvent, type AuditThing, type ChainBreak, firstBreak } from './chain'
import type { ShownEvent } from './chain'

/** The first line of what such a file says it is; another number is another shape. */
export const chainFileFormat = 'zhenggaitong-chain-1'

/** What the file does not say of each event, because it is the same for all. */
export type FileEvent = Omit<ShownEvent, 'thing' | 'thingId'>

/** A chain as it is handed to anybody: events without what is not for them. */
export interface ChainFile {
  readonly format: typeof chainFileFormat
  readonly thing: AuditThing
  readonly thingId: string
  /** As the list prints it, for whoever holds several files. */
  readonly number: string
  /** Hash of the last event as the thing keeps it. */
  readonly head: string
  readonly events: readonly FileEvent[]
}

/**
 * Events of a task whose contents hold days, numbers and digests of files only: they go out with
 * the chain, so that what lies in a close-out file can be found in it.
 */
const openEvents: readonly string[] = [
  'reportDone',
  'noticeFirst',
  'requestCloseOut',
  'publishNotice',
  'approveCloseOut',
]

/** The event as it goes out: sealed, but for what anybody may read. Whatever else stands beside it stays. */
export const shownOutside = ({
  seq,
  event,
  at,
  by,
  unitId,
  sealed,
  prevHash,
  hash,
  changes,
  salt,
}: ShownEvent): FileEvent => ({
  ...{ seq, event, at, by, unitId, sealed, prevHash, hash },
  ...(openEvents.includes(event) && changes !== undefined && { changes, salt }),
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)

const isEvent = (value: unknown): value is FileEvent =>
  isRecord(value) &&
  Number.isInteger(value.seq) &&
  Number.isInteger(value.at) &&
  [value.event, value.sealed, value.prevHash, value.hash].every(isText) &&
  isTextOrNull(value.by) &&
  isTextOrNull(value.unitId) &&
  (value.changes === undefined || (isRecord(value.changes) && isText(value.salt)))

const isChainFile = (value: unknown): value is ChainFile =>
  isRecord(value) &&
  value.format === chainFileFormat &&
  [value.thing, value.thingId, value.number, value.head].every(isText) &&
  Array.isArray(value.events) &&
  value.events.every(isEvent)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The file of this text; null for any other text, also one that was cut off. */
export const readChainFile = (text: string): ChainFile | null => {
  // Programs that save text put a mark before it.
  const value = parsed(text.replace(/^\uFEFF/, ''))
  return isChainFile(value) ? value : null
}

export interface ChainVerdict {
  /** Null when every event follows from the one before. */
  readonly broken: ChainBreak | null
  /** The event at the broken place; null where there is none. */
  readonly at: FileEvent | null
  /** Which place a fingerprint from paper stands at: null for none asked, 0 for none found. */
  readonly printedAt: number | null
}

const hexOf = (text: string): string => text.toLowerCase().match(/[0-9a-f]{64}/)?.[0] ?? ''

/**
 * Checks a file without anything but the file, and the fingerprint on paper where there is one.
 * @param hash lower-case hex SHA-256 of a text in UTF-8
 * @param printed what the paper's code says, or its 64 characters; empty for no paper
 */
export const verifyChainFile = (
  { thing, thingId, head, events }: ChainFile,
  hash: (text: string) => string,
  printed = '',
): ChainVerdict => {
  const whole = events.map((event): AuditEvent => ({ ...event, thing, thingId }))
  const broken = firstBreak(whole, head, hash)
  const wanted = hexOf(printed)
  return {
    broken,
    at: broken ? (events[broken.seq - 1] ?? null) : null,
    printedAt:
      printed.trim() === '' ? null : events.findIndex((event) => event.hash === wanted) + 1,
  }
}

/** What the code on a close-out file says. */
export const printedHead = (number: string, head: string): string => `整改通存证 ${number} ${head}`
