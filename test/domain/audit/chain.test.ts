import { createHash } from 'node:crypto'
import {
  type AuditEvent,
  chainPayload,
  firstBreak,
  genesisHash,
  type UnhashedAuditEvent,
} from '@/domain/audit/chain'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const append = (chain: readonly AuditEvent[], more: Partial<UnhashedAuditEvent> = {}) => {
  const event: UnhashedAuditEvent = {
    thing: 'task',
    thingId: 't1',
    seq: chain.length + 1,
    event: 'assign',
    at: 1_528_000_000_000 + chain.length,
    by: 'digest',
    unitId: null,
    changes: { state: 'assigned' },
    prevHash: chain.at(-1)?.hash ?? genesisHash,
    ...more,
  }
  return [...chain, { ...event, hash: sha256(chainPayload(event)) }]
}
const three = append(append(append([])))
const head = three.at(-1)?.hash ?? ''
const check = (events: readonly AuditEvent[], of = head) => firstBreak(events, of, sha256)

describe('the audit chain', () => {
  it('is whole as written, and before the first event', () => {
    expect(check(three)).toBeNull()
    expect(check([], genesisHash)).toBeNull()
  })

  it('names the event that was altered', () => {
    const altered = three.map((event) => (event.seq === 2 ? { ...event, by: 'other' } : event))
    expect(check(altered)).toEqual({ seq: 2, reason: 'hash' })
  })

  it('names the event after one that was altered and hashed again', () => {
    const [first, , third] = three
    if (!first || !third) throw new Error('three events expected')
    const forged = [...append([first], { event: 'cancelTask' }), third]
    expect(check(forged)).toEqual({ seq: 3, reason: 'prevHash' })
  })

  it('names a gap, a shortened end and a replaced head', () => {
    expect(check(three.filter(({ seq }) => seq !== 2))).toEqual({ seq: 2, reason: 'missing' })
    expect(check(three.slice(0, 2))).toEqual({ seq: 2, reason: 'head' })
    expect(check(three, genesisHash)).toEqual({ seq: 3, reason: 'head' })
  })

  it('does not depend on the order in which fields were written', () => {
    const [event] = append([], { changes: { a: 1, b: { c: [1, 2], d: null } } })
    const [same] = append([], { changes: { b: { d: null, c: [1, 2] }, a: 1 } })
    expect(event?.hash).toBe(same?.hash)
    const [other] = append([], { changes: { b: { d: null, c: [2, 1] }, a: 1 } })
    expect(event?.hash).not.toBe(other?.hash)
  })
})
