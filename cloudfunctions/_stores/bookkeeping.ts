import { createHash, randomUUID } from 'node:crypto'
import {
  type AuditContents,
  type AuditEvent,
  type AuditThing,
  chainPayload,
  contentsPayload,
  genesisHash,
  type UnhashedAuditEvent,
} from '@/domain/audit/chain'
import type { Actor } from '@/domain/organization/actor'
import type { Obligation } from '@/domain/reminder/obligation'
import type { Cipher } from './cipher'
import type { Doc } from './document'
import { obligationDoc } from './obligation-store'
import { storedAt, storedNumber, storedText, storedTextsByName } from './stored'
import type { Transaction } from './transaction'

/** What stands beside a thing in its document: its audit chain's head and what is owed on it. */
interface Book {
  readonly seq: number
  readonly head: string
  /** Open obligations by id, each with its due day and a digest of what it says. */
  readonly owed: Readonly<Record<string, string>>
}

export const bookField = '_book'
const derivedField = 'by'
const freshBook: Book = { seq: 0, head: genesisHash, owed: {} }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const bookOf = (doc: Doc): Book => ({
  seq: storedNumber(storedAt(doc, bookField, 'seq')),
  head: storedText(storedAt(doc, bookField, 'head')),
  owed: storedTextsByName(storedAt(doc, bookField, 'owed')),
})

/** How often this thing was written: a reader's version of it. */
export const versionOf = (doc: Doc): number => bookOf(doc).seq

/** The audit chain's head that the thing keeps. */
export const chainHeadOf = (doc: Doc): string => bookOf(doc).head

/** A digest of a person for the audit of one thing: the same person differs between things. */
export const personDigest = (cipher: Cipher, thingId: string, personId: string): string =>
  cipher.blind(`${thingId} ${personId}`)

/** One change of one thing, ready to be written with all that belongs to it. */
export interface Entry<T extends { readonly id: string }> {
  readonly thing: AuditThing
  readonly collection: string
  readonly next: T
  readonly derived: Record<string, unknown>
  readonly event: string
  /** Enters the audit: personal fields digested, no original words. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly note: string | null
  readonly obligations: readonly Obligation[]
  readonly actor: Actor
  readonly now: number
}

/**
 * Writes a thing, its audit event and the difference of what is owed on it.
 * @param before its present document; null when it is new
 */
export const writeEntry = async <T extends { readonly id: string }>(
  transaction: Transaction,
  cipher: Cipher,
  before: Doc | null,
  entry: Entry<T>,
): Promise<void> => {
  const book = before ? bookOf(before) : freshBook
  const contents = { changes: entry.changes, salt: randomUUID().replaceAll('-', '') }
  const event = auditEvent(cipher, book, entry, contents)
  const { obligations, next } = entry
  const owed = owedBy(obligations)
  const { id, ...rest } = next
  const doc: Doc = {
    ...rest,
    _id: id,
    [bookField]: { seq: event.seq, head: event.hash, owed } satisfies Book,
    [derivedField]: entry.derived,
  }
  if (before) await transaction.put(entry.collection, doc)
  else await transaction.create(entry.collection, doc)
  await transaction.create('auditEvents', {
    _id: `${event.thing}.${event.thingId}.${event.seq}`,
    ...event,
    ...contents,
    note: entry.note,
  })
  await writeObligations(transaction, obligations, book.owed, owed)
}

/** Writes a thing and what is owed on it, and nothing in its chain: for what stands in another's. */
export const writeQuietly = async <T extends { readonly id: string }>(
  transaction: Transaction,
  before: Doc,
  { collection, next, obligations }: Pick<Entry<T>, 'collection' | 'next' | 'obligations'>,
): Promise<void> => {
  const { id, ...rest } = next
  const book = bookOf(before)
  const owed = owedBy(obligations)
  await transaction.put(collection, {
    ...before,
    ...rest,
    _id: id,
    [bookField]: { ...book, owed } satisfies Book,
  })
  await writeObligations(transaction, obligations, book.owed, owed)
}

const owedBy = (obligations: readonly Obligation[]): Book['owed'] =>
  Object.fromEntries(obligations.map((owes) => [owes.id, contentOf(owes)]))

const auditEvent = <T extends { readonly id: string }>(
  cipher: Cipher,
  book: Book,
  { thing, next, event, actor, now }: Entry<T>,
  contents: AuditContents,
): AuditEvent => {
  const unhashed: UnhashedAuditEvent = {
    thing,
    thingId: next.id,
    seq: book.seq + 1,
    event,
    at: now,
    by: actor.personId ? personDigest(cipher, next.id, actor.personId) : null,
    unitId: actor.unitId,
    sealed: sha256(contentsPayload(contents)),
    prevHash: book.head,
  }
  return { ...unhashed, hash: sha256(chainPayload(unhashed)) }
}

/** What an obligation says; its next step is the notifier's and not part of it. */
const contentOf = ({ nextStepOn: _nextStep, ...content }: Obligation): string =>
  `${content.dueOn} ${sha256(JSON.stringify(content)).slice(0, 16)}`

const writeObligations = async (
  transaction: Transaction,
  obligations: readonly Obligation[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const id of Object.keys(before))
    if (!(id in after)) await transaction.remove('obligations', id)
  for (const obligation of obligations) {
    const { id } = obligation
    const old = before[id]
    if (old === after[id]) continue
    const { _id, nextStepOn, ...content } = obligationDoc(obligation)
    if (old === undefined) await transaction.create('obligations', { _id, ...content, nextStepOn })
    // A new title or person goes on with the steps; a moved date begins its own.
    else if (old.startsWith(obligation.dueOn)) await transaction.update('obligations', id, content)
    else await transaction.update('obligations', id, { ...content, nextStepOn })
  }
}
