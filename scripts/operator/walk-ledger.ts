import type { Doc } from '@/cloudfunctions/_stores/document'
import { pathOf } from '@/cloudfunctions/_stores/storage-home'
import { pagesOf } from './every-document'
import { movedCollections } from './ledger-sums'
import { withPaths } from './older-file-ids'
import type { Ledger } from './open-ledger'

interface Visitor {
  doc(collection: string, doc: Doc): void
  file(path: string, bytes: Buffer): void
}

/** Everything that moves: all documents, with paths where older ones hold the platform's ids, then the bytes of every file that was put where one was announced. */
export const walkLedger = async ({ database, files }: Ledger, visitor: Visitor): Promise<void> => {
  for (const collection of movedCollections)
    for await (const docs of pagesOf(database, collection))
      for (const doc of docs) visitor.doc(collection, withPaths(collection, doc))
  for await (const docs of pagesOf(database, 'files'))
    for (const { fileId } of docs) {
      const path = pathOf(fileId as string)
      const bytes = await files.read(path)
      if (bytes) visitor.file(path, bytes)
    }
}
