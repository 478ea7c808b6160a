import { hash } from 'node:crypto'
import { firstBreak, type ShownEvent } from '@/domain/audit/chain'
import { chainHeadOf } from '@/cloudfunctions/_stores/bookkeeping'
import type { MemoryDatabase } from './memory-database'

const sha256 = (text: string): string => hash('sha256', text)
const collectionOf = { task: 'tasks', feedback: 'feedback' } as const

/**
 * Every chain of tasks and reports against the head that the thing keeps.
 * @returns how many chains were checked
 * @throws Error naming the first one that is broken
 */
export const verifyChains = ({ collections }: MemoryDatabase): number => {
  const chains = new Map<string, ShownEvent[]>()
  for (const doc of collections.get('auditEvents')?.values() ?? []) {
    const event = doc as unknown as ShownEvent
    const key = `${event.thing} ${event.thingId}`
    const chain = chains.get(key)
    if (chain) chain.push(event)
    else chains.set(key, [event])
  }
  let checked = 0
  for (const [thing, collection] of Object.entries(collectionOf))
    for (const doc of collections.get(collection)?.values() ?? []) {
      const chain = chains.get(`${thing} ${doc._id}`) ?? []
      const broken = firstBreak(chain, chainHeadOf(doc), sha256)
      if (broken) throw new Error(`${thing} ${doc._id}: ${broken.reason} at ${broken.seq}`)
      checked += 1
    }
  return checked
}
