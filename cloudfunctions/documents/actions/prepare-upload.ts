import { documentExtensions, maxDocumentBytes } from '@/contract/documents'
import { whyNotSee } from '@/domain/import/batch'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { FileRecordStore } from '../../_stores/file-record-store'
import type { FileStore } from '../../_stores/file-store'

interface Deps {
  readonly files: FileStore
  readonly fileRecords: FileRecordStore
  readonly ownerKey: (personId: string) => string
}

const extensionOf = (fileName: string): string | undefined =>
  documentExtensions.find((extension) => fileName.toLowerCase().endsWith(extension))

/** The name, the announced size and the place are checked here; the content when it is read. */
export const prepareUpload =
  ({ files, fileRecords, ownerKey }: Deps): Handler<'documents.prepareUpload'> =>
  async ({ fileName, size }, { actor, newId, now }) => {
    refuseIf(whyNotSee(actor.regionCode ?? '', actor))
    const extension = extensionOf(fileName)
    if (!extension) throw new RuleError('FILE.TYPE', ['fileName'])
    if (size > maxDocumentBytes) throw new RuleError('FILE.TOO_LARGE', ['size'])
    const target = await files.target(`lists/${newId('list')}${extension}`)
    await fileRecords.put({
      fileId: target.fileId,
      kind: 'list',
      type: extension,
      size,
      sha256: null,
      ownerKey: ownerKey(actor.personId!),
      state: 'prepared',
      check: 'unchecked',
      usedBy: null,
      at: now,
    })
    return { target }
  }
