import type { ThingKind } from '../reminder/obligation'

/**
 * The audit chain: every state change, decision, file and look at an identity, chained by
 * hash per thing. It detects a change afterwards; it does not prevent one.
 *
 * What changed enters by a salted digest, so that a chain can be shown to anybody without its
 * contents, and erasing a person's leaves it whole. Personal fields are digests in there already.
 */
export type AuditThing = ThingKind | 'identity' | 'batch' | 'round' | 'settings'

export interface AuditEvent {
  readonly thing: AuditThing
  readonly thingId: string
  /** 1, 2, 3, … without a gap. */
  readonly seq: number
  readonly event: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Salted digest of the person; null for timers and anonymous reports. */
  readonly by: string | null
  readonly unitId: string | null
  /** Digest of `contentsPayload`. */
  readonly sealed: string
  readonly prevHash: string
  readonly hash: string
}

export type UnhashedAuditEvent = Omit<AuditEvent, 'hash'>

/** What an event's seal is of; kept beside the event, and shown only to whom it is for. */
export interface AuditContents {
  /** What changed, personal fields digested. */
  readonly changes: Readonly<Record<string, unknown>>
  /** Random: short contents cannot be guessed from their digest. */
  readonly salt: string
}

/** An event with its contents as the ledger keeps it, or without them as others get it. */
export type ShownEvent = AuditEvent & Partial<AuditContents>

/** `prevHash` of the first event. */
export const genesisHash = '0'.repeat(64)

/** JSON with sorted keys, so that the same event always has the same bytes. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** The text whose SHA-256 seals the contents. */
export const contentsPayload = ({ changes, salt }: AuditContents): string =>
  canonical({ changes, salt })

/**
 * The text whose SHA-256 is the event's hash: canonical too, for all of its fields are plain and stand in
 * their order here. Written so because every change makes one, and who verifies a chain one of each event.
 */
export const chainPayload = ({
  thing,
  thingId,
  seq,
  event,
  at,
  by,
  unitId,
  sealed,
  prevHash,
}: UnhashedAuditEvent): string =>
  JSON.stringify({ at, by, event, prevHash, sealed, seq, thing, thingId, unitId })

export const breakReasons = [
  'missing', // no event has this place
  'order', // it stands at another place
  'prevHash', // it does not follow from the one before
  'hash', // it is not what was written
  'contents', // what is shown of it is not what was sealed
  'head', // the end is not the one that was kept
] as const

export interface ChainBreak {
  /** The place at which it first does not hold. */
  readonly seq: number
  readonly reason: (typeof breakReasons)[number]
}

const faultOf = (
  shown: ShownEvent,
  prevHash: string,
  hash: (text: string) => string,
): ChainBreak['reason'] | null => {
  if (shown.prevHash !== prevHash) return 'prevHash'
  if (hash(chainPayload(shown)) !== shown.hash) return 'hash'
  const { changes, salt } = shown
  if (changes === undefined || salt === undefined) return null
  return hash(contentsPayload({ changes, salt })) === shown.sealed ? null : 'contents'
}

/**
 * Names the first break, or null when the chain is whole.
 * @param events in the order in which they stand
 * @param head the hash that the thing itself keeps
 * @param hash lower-case hex SHA-256 of a text in UTF-8
 */
export const firstBreak = (
  events: readonly ShownEvent[],
  head: string,
  hash: (text: string) => string,
): ChainBreak | null => {
  let prevHash = genesisHash
  for (const [index, shown] of events.entries()) {
    const seq = index + 1
    if (shown.seq !== seq)
      return { seq, reason: events.some((other) => other.seq === seq) ? 'order' : 'missing' }
    const reason = faultOf(shown, prevHash, hash)
    if (reason) return { seq, reason }
    prevHash = shown.hash
  }
  return prevHash === head ? null : { seq: events.length, reason: 'head' }
}
