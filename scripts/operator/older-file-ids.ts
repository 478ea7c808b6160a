import type { Doc } from '@/cloudfunctions/_stores/document'
import { fileRecordId } from '@/cloudfunctions/_stores/file-record-store'
import { pathOf } from '@/cloudfunctions/_stores/storage-home'
import { mapTexts } from './map-texts'

/** A whole text that is the platform's id of a file of ours; whoever types such a thing adds words. */
const olderId = /^cloud:\/\/[^/\s]+\/[\w./-]+$/

/** Their documents are found by the file that they are about. */
const namedByFile = ['files', 'spentUploads']

/** A chain is hashes of every word in it; it names no file. */
const untouched = 'auditEvents'

/**
 * Documents once held the platform's id of a file, which names the environment it was made in.
 * @returns the document as it is kept now, by paths, so that it may move; one without such an id
 * as it is
 */
export const withPaths = (collection: string, doc: Doc): Doc => {
  if (collection === untouched) return doc
  const moved = mapTexts(doc, (text) => (olderId.test(text) ? pathOf(text) : text)) as Doc
  const isNamed = namedByFile.includes(collection) && moved.fileId !== doc.fileId
  return isNamed ? { ...moved, _id: fileRecordId(moved.fileId as string) } : moved
}
