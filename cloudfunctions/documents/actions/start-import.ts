import { createHash } from 'node:crypto'
import { maxDocumentBytes } from '@/contract/documents'
import { openFieldsOf } from '@/domain/import/draft'
import { whyNotSee } from '@/domain/import/batch'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { FileRecord, FileRecordStore } from '../../_stores/file-record-store'
import type { FileStore } from '../../_stores/file-store'
import { digestOf } from '../../_stores/message-store'
import { describeBatch } from '../describe'
import { draftsOfList } from '../drafts-of-list'
import type { ReadFile } from '../read-file'

interface Deps {
  readonly files: FileStore
  readonly fileRecords: FileRecordStore
  readonly batches: BatchStore
  readonly ownerKey: (personId: string) => string
  /** Reads a list's bytes. @throws CallError with the reason when the file holds no list */
  readonly readList: (bytes: Buffer, fileName: string) => Promise<ReadFile>
}

/** The file as announced and as it is: another size, another owner or no file is refused. */
const fetchList = async (deps: Deps, fileId: string, personId: string) => {
  const record = await deps.fileRecords.find(fileId)
  if (record?.kind !== 'list' || record.ownerKey !== deps.ownerKey(personId))
    throw new RuleError('FILE.MISSING', ['fileId'])
  const bytes = await deps.files.readUpTo(fileId, maxDocumentBytes)
  if (bytes === null) throw new RuleError('FILE.MISSING', ['fileId'])
  if (bytes === 'tooLarge') throw new RuleError('FILE.TOO_LARGE', ['fileId'])
  if (bytes.length !== record.size) throw new RuleError('FILE.CHANGED', ['fileId'])
  return { record, bytes }
}

const confirmed = (record: FileRecord, bytes: Buffer, usedBy: string): FileRecord => ({
  ...record,
  state: 'confirmed',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  usedBy,
})

/** Reads the list into drafts that only the importing office sees. A bad file stores nothing. */
export const startImport =
  (deps: Deps): Handler<'documents.startImport'> =>
  async ({ fileId, fileName, roundName }, { actor, now, newId }) => {
    const regionCode = actor.regionCode ?? ''
    refuseIf(whyNotSee(regionCode, actor))
    const { record, bytes } = await fetchList(deps, fileId, actor.personId!)
    const list = await deps.readList(bytes, `${fileName}`)
    const id = newId('batch')
    const { drafts, faults } = draftsOfList(list, id)
    const batch = await deps.batches.create(
      {
        id,
        fileName,
        roundId: digestOf('round', regionCode, roundName.trim()),
        roundName: roundName.trim(),
        state: 'parsed',
        at: now,
        madeById: actor.personId!,
        regionCode,
        drafts: drafts.length,
        confirmed: 0,
        committed: 0,
        unsure: drafts.filter((draft) => openFieldsOf(draft).length > 0).length,
        faults,
      },
      drafts,
      { actor, now },
    )
    await deps.fileRecords.put(confirmed(record, bytes, batch.id))
    return describeBatch(batch)
  }
