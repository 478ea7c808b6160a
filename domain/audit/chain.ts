import type { ThingKind } from '../reminder/obligation'

/**
 * The audit chain: every state change, decision, file and look at an identity, chained by
 * hash per thing. It detects a change afterwards; it does not prevent one.
 *
 * Personal fields enter as salted digests only, so that erasing a person leaves the chain whole.
 */
export type AuditThing = ThingKind | 'identity' | 'batch'

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
  /** What changed, personal fields digested. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly prevHash: string
  readonly hash: string
}

export type UnhashedAuditEvent = Omit<AuditEvent, 'hash'>

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

/** The text whose SHA-256 is the event's hash. */
export const chainPayload = ({
  thing,
  thingId,
  seq,
  event,
  at,
  by,
  unitId,
  changes,
  prevHash,
}: UnhashedAuditEvent): string =>
  canonical({ thing, thingId, seq, event, at, by, unitId, changes, prevHash })

export interface ChainBreak {
  readonly seq: number
  readonly reason: 'missing' | 'prevHash' | 'hash' | 'head'
}

/**
 * Names the first break, or null when the chain is whole.
 * @param events in order of `seq`
 * @param head the hash that the thing itself keeps
 */
export const firstBreak = (
  events: readonly AuditEvent[],
  head: string,
  hash: (text: string) => string,
): ChainBreak | null => {
  let prevHash = genesisHash
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, reason: 'missing' }
    if (event.prevHash !== prevHash) return { seq: event.seq, reason: 'prevHash' }
    if (hash(chainPayload(event)) !== event.hash) return { seq: event.seq, reason: 'hash' }
    prevHash = event.hash
  }
  return prevHash === head ? null : { seq: events.length, reason: 'head' }
}
