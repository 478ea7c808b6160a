import { createHash } from 'node:crypto'
import { openFieldsOf } from '@/domain/import/draft'
import { whyNotSee } from '@/domain/import/batch'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Uploads } from '../../_files/uploads'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { FileRecordStore } from '../../_stores/file-record-store'
import type { Acting } from '../../_stores/thing'
import { roundIdOf, type RoundStore } from '../../_stores/round-store'
import { describeBatch } from '../describe'
import { compareWithLast } from '../compare-with-last'
import { draftsOfList } from '../drafts-of-list'
import type { ReadFile } from '../read-file'

interface Deps {
  readonly uploads: Uploads
  readonly fileRecords: FileRecordStore
  readonly batches: BatchStore
  readonly rounds: RoundStore
  readonly ownerKey: (personId: string) => string
  /** Reads a list's bytes. @throws CallError with the reason when the file holds no list */
  readonly readList: (bytes: Buffer, fileName: string) => Promise<ReadFile>
}

/** Reads the list into drafts that only the importing office sees. A bad file stores nothing. */
export const startImport =
  (deps: Deps): Handler<'documents.startImport'> =>
  async ({ fileId, fileName, roundName, expected }, call) => {
    const { actor, now, newId } = call
    const regionCode = actor.regionCode ?? ''
    refuseIf(whyNotSee(regionCode, actor))
    const ownerKey = deps.ownerKey(actor.personId!)
    const upload = { fileId, kinds: ['list'] as const, ownerKey, field: 'fileId' }
    const { record, clean: bytes } = await deps.uploads.read(upload)
    const id = newId('batch')
    // The same call again: its drafts may have been reviewed since, and the reply is kept.
    if (record.usedBy === id) throw new RuleError('THING.STATE')
    const list = await deps.readList(bytes, fileName)
    const roundId = roundIdOf(regionCode, roundName)
    const round = await deps.rounds.find(roundId)
    const { drafts: read, ...about } = draftsOfList(list, id)
    const { drafts, compared } = await compareWithLast(deps.batches, regionCode, roundId, read)
    const batch = {
      id,
      fileName,
      roundId,
      roundName: roundName.trim(),
      state: 'parsed' as const,
      at: now,
      madeById: actor.personId!,
      regionCode,
      drafts: drafts.length,
      confirmed: 0,
      committed: 0,
      unsure: drafts.filter((draft) => openFieldsOf(draft).length > 0).length,
      expected: expected ?? null,
      compared,
      ...about,
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const attach = deps.fileRecords.attach([{ ...record, sha256 }], id)
    const also = ({ transaction }: Acting) => attach(transaction)
    return deps.batches.create(batch, drafts, call, also, describeBatch(batch, round))
  }
