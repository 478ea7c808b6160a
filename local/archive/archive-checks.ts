import { documentKey } from '../engine/collection'
import { isPlainObject } from '../ground/document'
import type { Document, DocumentKey } from '../ground/document'
import { readPath } from '../storage/storage-actions'
import { encodeEjson } from '../ground/encode-ejson'
import { BadArchive, FORMAT, VERSION } from './archive-format'
import type { ArchiveEnd, ArchiveHead, FileHead } from './archive-format'
import { isInternal, takingOf } from './internal-collections'

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
const isInstant = (value: unknown): value is number => Number.isFinite(value)
const fieldsOf = (value: unknown): Record<string, unknown> => (isPlainObject(value) ? value : {})

/** @throws BadArchive when the first line is not that of an archive, or of another version */
export function checkHead(kind: unknown, value: unknown): ArchiveHead {
  const { format, version, clock } = fieldsOf(value)
  if (kind !== 'archive' || format !== FORMAT)
    throw new BadArchive('it is no archive of the local cloud')
  if (version !== VERSION)
    throw new BadArchive(
      `it is of version ${String(version)}, and this program reads version ${VERSION}`,
    )
  const { at, lastCommitAt } = fieldsOf(clock)
  if ((at !== null && !isInstant(at)) || !isInstant(lastCommitAt))
    throw new BadArchive('it does not tell where the clock is')
  return { format, version, clock: { at, lastCommitAt } }
}

/** @throws BadArchive when no archive holds a collection of this name */
export function checkCollection(name: unknown): string {
  if (typeof name !== 'string' || name === '')
    throw new BadArchive('it names a collection that cannot be')
  if (takingOf(name) === null)
    throw new BadArchive(`it holds the collection ${name}, which no archive may hold`)
  return name
}

/**
 * @param keys of the documents that came before in this collection; this one's is added
 * @throws BadArchive when the collection cannot hold the document
 */
export function checkDocument(
  collection: string,
  document: unknown,
  keys: Set<DocumentKey>,
): { document: Document; text: string } {
  if (!isPlainObject(document) || document._id === undefined)
    throw new BadArchive(`the collection ${collection} holds something that is no document`)
  const text = encodeEjson(document)
  if (isInternal(collection)) {
    const kept = takingOf(collection)?.(document)
    if (!kept || encodeEjson(kept) !== text)
      throw new BadArchive(`the collection ${collection} holds what no archive may hold`)
  }
  const key = documentKey(document._id)
  if (keys.has(key))
    throw new BadArchive(`the collection ${collection} holds ${String(document._id)} twice`)
  keys.add(key)
  return { document, text }
}

/** @throws BadArchive when no file may have such a path, or its description is not one */
export function checkFile(value: unknown): FileHead {
  const { path, contentType, size, md5, uploadedAt } = fieldsOf(value)
  try {
    readPath(path, 'path')
  } catch {
    throw new BadArchive(`no file may have the path ${JSON.stringify(path)}`)
  }
  if (
    typeof contentType !== 'string' ||
    !isCount(size) ||
    typeof md5 !== 'string' ||
    !isInstant(uploadedAt)
  )
    throw new BadArchive(`the file ${String(path)} is described wrongly`)
  return { path: String(path), contentType, size, md5, uploadedAt }
}

/** @throws BadArchive when the last line does not tell what was written */
export function checkEnd(value: unknown): ArchiveEnd {
  const { collections, documents, files, content, sha256 } = fieldsOf(value)
  if (
    !isCount(collections) ||
    !isCount(documents) ||
    !isCount(files) ||
    typeof content !== 'string' ||
    typeof sha256 !== 'string'
  )
    throw new BadArchive('its last line is wrong')
  return { collections, documents, files, content, sha256 }
}
