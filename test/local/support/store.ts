import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { documentKey } from '@/local/engine/collection'
import type { Document } from '@/local/ground/document'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import type { StoreOptions } from '@/local/engine/store-options'

const schema = readSchema({
  collections: { c: { indexes: [{ name: 'n', keys: [['n', 1]] }] } },
})

/** Opens a store whose only declared collection is `c`. */
export const openStore = (directory: string, options: Partial<StoreOptions> = {}) =>
  DocumentStore.open({ directory, schema, now: () => 1000, ...options })

export const put = (store: DocumentStore, ...documents: Document[]) =>
  store.write((transaction) => {
    for (const document of documents)
      store.put(transaction, store.collection('c'), documentKey(document._id), document)
  })

export const remove = (store: DocumentStore, id: string) =>
  store.write((transaction) => store.put(transaction, store.collection('c'), id, null))

/** Every document that a reader sees, in the order of insertion. */
export const all = (store: DocumentStore, collection = 'c'): Document[] =>
  [...store.collection(collection).records.values()]
    .map((record) => store.visible(record, store.viewFor(null)))
    .filter((document) => document !== null)

export const ids = (store: DocumentStore) => all(store).map(({ _id }) => _id)

/** As the system refuses when the disk is full. */
export const fullDisk = () => {
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
}

/** Every file of a directory with the hash of its bytes. */
export const contents = (directory: string) =>
  Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(directory, name)))
          .digest('hex'),
      ]),
  )

/** Names of the files by which processes hold a data directory. */
export const locks = (directory: string) =>
  readdirSync(directory).filter((name) => name.startsWith('lock'))

/** Copies a data directory that is in use, as a crash would leave it, for this process to open. */
export function copyWithoutLock(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => !basename(source).startsWith('lock-') })
}
