import { createHash } from 'node:crypto'
import {
  type AuditContents,
  type AuditEvent,
  chainPayload,
  contentsPayload,
  firstBreak,
  genesisHash,
  type ShownEvent,
  type UnhashedAuditEvent,
} from '@/domain/audit/chain'
import {
  chainFileFormat,
  printedHead,
  readChainFile,
  shownOutside,
  verifyChainFile,
} from '@/domain/audit/chain-file'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Kept = AuditEvent & AuditContents

const append = (
  chain: readonly ShownEvent[],
  { changes = { state: 'assigned' }, ...more }: Partial<UnhashedAuditEvent & AuditContents> = {},
): Kept[] => {
  const contents = { changes, salt: `salt ${chain.length}` }
  const event: UnhashedAuditEvent = {
    thing: 'task',
    thingId: 't1',
    seq: chain.length + 1,
    event: 'assign',
    at: 1_528_000_000_000 + chain.length,
    by: 'digest',
    unitId: null,
    sealed: sha256(contentsPayload(contents)),
    prevHash: chain.at(-1)?.hash ?? genesisHash,
    ...more,
  }
  return [
    ...(chain as readonly Kept[]),
    { ...event, ...contents, hash: sha256(chainPayload(event)) },
  ]
}
const three = append(append(append([])))
const head = three.at(-1)?.hash ?? ''
const check = (events: readonly ShownEvent[], of = head) => firstBreak(events, of, sha256)

describe('the audit chain', () => {
  it('is whole as written, and before the first event', () => {
    expect(check(three)).toBeNull()
    expect(check([], genesisHash)).toBeNull()
  })

  it('has its fields in the order of their names, as every chain that was ever written', () => {
    const [event] = append([], { by: null, unitId: '市"局"' })
    const fields = JSON.parse(chainPayload(event!)) as Record<string, unknown>
    expect(Object.keys(fields)).toEqual(Object.keys(fields).sort())
    expect(Object.keys(fields)).toHaveLength(9)
    expect(event).toMatchObject(fields)
    expect(chainPayload({ ...three[0]!, sealed: 's', prevHash: 'p' })).toBe(
      '{"at":1528000000000,"by":"digest","event":"assign","prevHash":"p","sealed":"s","seq":1,' +
        '"thing":"task","thingId":"t1","unitId":null}',
    )
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

  it('names two that were swapped, at the place of the first', () => {
    const [first, second, third] = three as [Kept, Kept, Kept]
    expect(check([first, third, second])).toEqual({ seq: 2, reason: 'order' })
    const renumbered = [first, { ...third, seq: 2 }, { ...second, seq: 3 }]
    expect(check(renumbered)).toEqual({ seq: 2, reason: 'prevHash' })
  })

  it('names contents that are not what was sealed, and does without them', () => {
    const altered = three.map((event) =>
      event.seq === 2 ? { ...event, changes: { state: 'closed' } } : event,
    )
    expect(check(altered)).toEqual({ seq: 2, reason: 'contents' })
    expect(check(three.map(({ changes: _changes, salt: _salt, ...sealed }) => sealed))).toBeNull()
  })

  it('cannot be guessed from its seal: equal contents have different ones', () => {
    expect(new Set(three.map(({ sealed }) => sealed)).size).toBe(3)
  })
})

describe('a chain as it is handed to anybody', () => {
  const long = append(append(three, { event: 'reportDone', changes: { partId: 'p', files: [] } }))
  const file = {
    format: chainFileFormat,
    thing: 'task',
    thingId: 't1',
    number: '27',
    head: long.at(-1)!.hash,
    events: long.map(shownOutside),
  } as const
  const text = JSON.stringify(file)
  /** The file after somebody changed it in an editor. */
  const edited = (change: (events: (typeof file.events)[number][]) => unknown): string => {
    const copy = JSON.parse(text) as { events: (typeof file.events)[number][] }
    change(copy.events)
    return JSON.stringify(copy)
  }
  const verdict = (of: string, printed?: string) =>
    verifyChainFile(readChainFile(of)!, sha256, printed)

  it('is whole, and opens only what anybody may read', () => {
    expect(verdict(text)).toEqual({ broken: null, at: null, printedAt: null })
    const opened = file.events.filter(({ changes }) => changes !== undefined)
    expect(opened.map(({ event }) => event)).toEqual(['reportDone'])
    expect(shownOutside({ ...long[0]!, note: 'words' } as ShownEvent)).not.toHaveProperty('note')
  })

  it.each([
    ['changed', 3, 'hash', (events) => (events[2] = { ...events[2]!, event: 'cancelTask' })],
    ['opened and changed', 4, 'contents', (events) => (events[3] = { ...events[3]!, changes: {} })],
    ['taken out', 2, 'missing', (events) => events.splice(1, 1)],
    ['taken off the end', 4, 'head', (events) => events.pop()],
    ['swapped', 2, 'order', (events) => events.splice(1, 2, events[2]!, events[1]!)],
    ['put in twice', 3, 'order', (events) => events.splice(2, 0, events[1]!)],
  ] as [string, number, string, (events: (typeof file.events)[number][]) => unknown][])(
    'names the place of an event that was %s',
    (_what, seq, reason, change) => {
      expect(verdict(edited(change)).broken).toEqual({ seq, reason })
    },
  )

  it('says at which place a fingerprint from paper stands, also an older one', () => {
    expect(verdict(text, printedHead('27', file.head)).printedAt).toBe(5)
    expect(verdict(text, long[2]!.hash.toUpperCase()).printedAt).toBe(3)
    expect(verdict(text, '0'.repeat(64)).printedAt).toBe(0)
    expect(verdict(text, '茂整改〔2020〕1号').printedAt).toBe(0)
  })

  it('is read with a byte order mark; anything else is no such file', () => {
    expect(readChainFile(`\uFEFF${text}`)).toEqual(file)
    for (const other of [
      '',
      '{}',
      'null',
      '[]',
      text.slice(0, -1),
      text.replace('chain-1', 'chain-2'),
    ])
      expect(readChainFile(other)).toBeNull()
    expect(readChainFile(edited((events) => (events[0] = { ...events[0]!, seq: 1.5 })))).toBeNull()
    expect(
      readChainFile(edited((events) => Object.assign(events[0]!, { changes: 'x' }))),
    ).toBeNull()
  })
})
