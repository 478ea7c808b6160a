import { createHash } from 'node:crypto'
import { chainHeadOf } from '@/cloudfunctions/_stores/bookkeeping'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { firstBreak, type ShownEvent } from '@/domain/audit/chain'
import { pagesOf } from './every-document'
import { movedCollections } from './ledger-sums'
import type { Ledger } from './open-ledger'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Booked = { readonly _book?: { readonly owed: Readonly<Record<string, string>> } }

const owedOf = (doc: Doc): string[] | null => {
  const book = (doc as Booked)._book
  return book ? Object.keys(book.owed) : null
}

/** The audit events of a thing, by its id alone: ids of things are never used twice. */
const chainsOf = async ({ database }: Ledger): Promise<Map<string, ShownEvent[]>> => {
  const chains = new Map<string, ShownEvent[]>()
  for await (const docs of pagesOf(database, 'auditEvents'))
    for (const doc of docs) {
      const event = doc as unknown as ShownEvent
      chains.set(event.thingId, [...(chains.get(event.thingId) ?? []), event])
    }
  for (const chain of chains.values()) chain.sort((left, right) => left.seq - right.seq)
  return chains
}

/**
 * Every audit chain against the head that its thing keeps, and every obligation against the book
 * of its thing.
 * @returns what is wrong, in words; empty when all is well
 */
export const faultsOfLedger = async (ledger: Ledger): Promise<string[]> => {
  const chains = await chainsOf(ledger)
  const faults: string[] = []
  const owed = new Set<string>()
  for (const collection of movedCollections)
    for await (const docs of pagesOf(ledger.database, collection))
      for (const doc of docs) {
        const ids = owedOf(doc)
        if (!ids) continue
        for (const id of ids) owed.add(id)
        const broken = firstBreak(chains.get(doc._id) ?? [], chainHeadOf(doc), sha256)
        if (broken)
          faults.push(`${collection} ${doc._id}：第 ${broken.seq} 条记录 ${broken.reason}`)
      }
  for await (const docs of pagesOf(ledger.database, 'obligations'))
    for (const { _id } of docs)
      if (!owed.delete(_id)) faults.push(`obligations ${_id}：没有事项记着它`)
  for (const id of owed) faults.push(`obligations ${id}：事项记着，却不在`)
  return faults
}
