import type { Cipher } from '@/cloudfunctions/_stores/cipher'
import { deploymentCollection } from '@/cloudfunctions/_stores/deployment-gate'
import type { Doc } from '@/cloudfunctions/_stores/document'
import schema from '@/database/schema.json'
import { pagesOf } from './every-document'
import { mapTexts } from './map-texts'
import type { Ledger } from './open-ledger'

/** The audit holds digests only, and its chains are hashes of every word in it. */
const untouched = [deploymentCollection, 'auditEvents']

const collections = Object.keys(schema.collections).filter((name) => !untouched.includes(name))

const olderSeals = (cipher: Cipher, doc: Doc): number => {
  let count = 0
  mapTexts(doc, (text) => {
    if (cipher.isSealedWithOlder(text)) count += 1
    return text
  })
  return count
}

/** What is sealed with older keys of the ring, by collection; the others are left out. */
export const countOlder = async ({ database, cipher }: Ledger): Promise<Map<string, number>> => {
  const left = new Map<string, number>()
  for (const collection of collections)
    for await (const docs of pagesOf(database, collection)) {
      const here = docs.reduce((sum, doc) => sum + olderSeals(cipher, doc), 0)
      if (here > 0) left.set(collection, (left.get(collection) ?? 0) + here)
    }
  return left
}

/**
 * Seals everything anew with the first key of the ring, document by document while the service
 * goes on. What was done stays done: a run that was stopped is gone on with by running again.
 * @returns how many documents were sealed anew
 */
export const rotateKeys = async ({ database, cipher, gate }: Ledger): Promise<number> => {
  const anew = (text: string) =>
    cipher.isSealedWithOlder(text) ? cipher.seal(cipher.open(text)) : text
  let done = 0
  for (const collection of collections)
    for await (const docs of pagesOf(database, collection))
      for (const { _id } of docs.filter((doc) => olderSeals(cipher, doc) > 0)) {
        await database.transact(async (transaction) => {
          // Read again: somebody may have written or removed it since the page was read.
          const doc = await transaction.get(collection, _id)
          if (doc) await transaction.put(collection, mapTexts(doc, anew) as Doc)
        })
        done += 1
      }
  await gate.sealAgain()
  return done
}
