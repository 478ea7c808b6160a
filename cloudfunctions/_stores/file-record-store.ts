import type { CameraMark } from '@/domain/file/camera'
import {
  type FileTypeName,
  type UploadKindName,
  fileTypes,
  uploadKindNames,
} from '@/domain/file/kinds'
import { RuleError } from '@/domain/refusal'
import type { Database } from './database'
import { type Doc, DuplicateId, WriteConflict } from './document'
import type { Transaction } from './transaction'
import { digestOf } from './messages/message-store'
import { storedText } from './stored'
import { orNone, rowsOf } from './shape'

const collection = 'files'
/** Read of what shares a band with one task's photos, however many there are. */
const mostAlike = 60
/** Uploads that were confirmed or refused, while their links may still live. */
const spentUploads = 'spentUploads'

/** What is known of one stored file beside its bytes. */
export interface FileRecord {
  readonly fileId: string
  readonly kind: UploadKindName
  /** As its name says while `prepared`, as its bytes are once `confirmed`. */
  readonly type: FileTypeName
  /** As its owner knows it, where it has a name. */
  readonly name?: string
  /** As announced while `prepared`, as measured once `confirmed`. */
  readonly size: number
  /**
   * Of a reporter's file a salted digest. Null until confirmed, and for files of anonymous reports:
   * a hash would find the phone.
   */
  readonly sha256: string | null
  /** Of evidence that is a picture what it looks like (`PhotoLook`); absent where it cannot be told. */
  readonly views?: readonly string[]
  /** Of the same its SHA-256 and the bands of its look: who shares none is another picture. */
  readonly bands?: readonly string[]
  /**
   * Keyed digest of the person or membership that may use it, and of the thing once it is handed
   * in; null for anonymous reports.
   */
  readonly ownerKey: string | null
  readonly state: 'prepared' | 'confirmed'
  /** Who has looked at the content: nobody yet, or the desk that lets others see it. */
  readonly check: 'unchecked' | 'cleared'
  /** What WeChat's image check said, once it has; it only flags for the desk. */
  readonly verdict?: 'pass' | 'review' | 'risky'
  /** Id of the thing it was handed in with. */
  readonly usedBy: string | null
  /** Epoch milliseconds: of a resident's file the beginning of the day. */
  readonly at: number
  /** Of evidence that the page with the camera announced; absent for all other files. */
  readonly camera?: CameraMark
}

/** Of the record of a file, by its path. */
export const fileRecordId = (fileId: string): string => digestOf('file', fileId)

const readRecord = rowsOf<FileRecord>({
  fileId: 'text',
  kind: uploadKindNames,
  type: fileTypes,
  name: orNone('text'),
  size: 'number',
  sha256: orNone('text'),
  views: orNone('list'),
  bands: orNone('list'),
  ownerKey: orNone('text'),
  state: ['prepared', 'confirmed'],
  check: ['unchecked', 'cleared'],
  verdict: orNone(['pass', 'review', 'risky']),
  usedBy: orNone('text'),
  at: 'number',
  camera: orNone('row'),
})

const recordOf = ({ _id, ...record }: Doc): FileRecord => readRecord(record)

/** Which files were announced, checked and handed in, by whom. The bytes are in `FileStore`. */
export class FileRecordStore {
  constructor(private readonly database: Database) {}

  async find(fileId: string): Promise<FileRecord | null> {
    const doc = await this.database.get(collection, fileRecordId(fileId))
    return doc ? recordOf(doc) : null
  }

  /** Records by file id; files nobody announced are left out. */
  async findMany(fileIds: readonly string[]): Promise<Map<string, FileRecord>> {
    const docs = await this.database.getMany(collection, fileIds.map(fileRecordId))
    return new Map(docs.map((doc) => [storedText(doc.fileId), recordOf(doc)]))
  }

  /**
   * Pictures with one of these bands that were handed in with anything else, whatever the ledger
   * holds: at most so many as a page shows.
   */
  async sharing(bands: readonly string[], besides: string): Promise<FileRecord[]> {
    const wanted = [...new Set(bands)]
    if (wanted.length === 0) return []
    const { command } = this.database
    const shared = { bands: command.in(wanted) }
    // Two ranges of the index, so that the thing's own pictures are not read.
    const elsewhere = [command.lt(besides), command.gt(besides)]
    const filters = elsewhere.map((usedBy) => ({ ...shared, usedBy }))
    const docs = await this.database.findAny(collection, filters, mostAlike)
    return docs.map(recordOf)
  }

  /** False when there is a record of it already, which stays as it is. */
  async create(record: FileRecord): Promise<boolean> {
    try {
      await this.database.create(collection, { _id: fileRecordId(record.fileId), ...record })
      return true
    } catch (error) {
      if (error instanceof DuplicateId) return false
      throw error
    }
  }

  /**
   * New records, and what must be written with them if anything. The same call again, e.g. after a
   * lost reply, finds its own records and changes nothing.
   * @throws RuleError `THING.BUSY` and what `also` refuses
   */
  async announce(
    announced: readonly FileRecord[],
    also: ((transaction: Transaction) => Promise<void>) | null,
  ): Promise<void> {
    const docs = announced.map((record) => ({ _id: fileRecordId(record.fileId), ...record }))
    try {
      if (also === null) await this.database.createMany(collection, docs)
      else
        await this.database.transact(async (transaction) => {
          await also(transaction)
          for (const doc of docs) await transaction.create(collection, doc)
        })
    } catch (error) {
      if (error instanceof DuplicateId && error.collection === collection) return
      if (error instanceof RuleError && announced[0] && (await this.find(announced[0].fileId)))
        return
      if (error instanceof WriteConflict) throw new RuleError('THING.BUSY')
      throw error
    }
  }

  async remove(fileId: string): Promise<void> {
    await this.database.remove(collection, fileRecordId(fileId))
  }

  /** What WeChat said of it; beside whatever else happens to it at that moment. */
  async judge(fileId: string, verdict: FileRecord['verdict']): Promise<void> {
    await this.database.update(collection, fileRecordId(fileId), { verdict })
  }

  /** For `Change.also`: these files are now part of a thing, if the change is committed. */
  attach(records: readonly FileRecord[], usedBy: string) {
    return async (transaction: Transaction): Promise<void> => {
      for (const record of records)
        await transaction.put(collection, { _id: fileRecordId(record.fileId), ...record, usedBy })
    }
  }

  /** For `Change.also`: the desk lets handlers see these. */
  clear(records: readonly FileRecord[]) {
    return async (transaction: Transaction): Promise<void> => {
      for (const record of records)
        await transaction.put(collection, {
          _id: fileRecordId(record.fileId),
          ...record,
          check: 'cleared' satisfies FileRecord['check'],
        })
    }
  }

  /** For `Change.also`: nobody's any more; what nothing keeps is left over. */
  disown(records: readonly FileRecord[], isKept: (record: FileRecord) => boolean) {
    return async (transaction: Transaction): Promise<void> => {
      for (const record of records)
        await transaction.put(collection, {
          _id: fileRecordId(record.fileId),
          ...record,
          ownerKey: null,
          usedBy: isKept(record) ? record.usedBy : null,
        })
    }
  }

  /** For `Change.also`: handed in with nothing any more; the sweep finds it as left over. */
  letGo(fileId: string) {
    return async (transaction: Transaction): Promise<void> => {
      const doc = await transaction.get(collection, fileRecordId(fileId))
      if (doc) await transaction.put(collection, { ...doc, ownerKey: null, usedBy: null })
    }
  }

  /** @param keptAs the clean copy; null for what was refused */
  async spend(fileId: string, keptAs: string | null, at: number): Promise<void> {
    const kept = keptAs === null ? null : fileRecordId(keptAs)
    await this.database.put(spentUploads, { _id: fileRecordId(fileId), fileId, kept, at })
  }

  /** What an upload that was confirmed before was kept as. */
  async keptOf(fileId: string): Promise<FileRecord | null> {
    const spent = await this.database.get(spentUploads, fileRecordId(fileId))
    const doc = spent?.kept ? await this.database.get(collection, storedText(spent.kept)) : null
    return doc ? recordOf(doc) : null
  }

  /** File ids of uploads whose links live no more, oldest first. */
  async spentBefore(before: number, limit: number): Promise<string[]> {
    const old = { at: this.database.command.lt(before) }
    const docs = await this.database.find(spentUploads, old, { sort: [['at', 'asc']], limit })
    return docs.map(({ fileId }) => storedText(fileId))
  }

  async forgetSpent(fileId: string): Promise<void> {
    await this.database.remove(spentUploads, fileRecordId(fileId))
  }

  /** Files that were never handed in with anything, oldest first. */
  async leftOver(before: number, limit: number): Promise<FileRecord[]> {
    const docs = await this.database.find(
      collection,
      { usedBy: null, at: this.database.command.lt(before) },
      { sort: [['at', 'asc']], limit },
    )
    return docs.map(recordOf)
  }
}
