import type { UploadKindName } from '@/domain/file/kinds'
import { RuleError } from '@/domain/refusal'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'

export interface Wanted {
  readonly fileIds: readonly string[]
  readonly kind: UploadKindName
  readonly field: string
}

/** Whose files they are before and after they are handed in, and with what. */
export interface HandedIn {
  readonly uploadKey: string | null
  readonly ownerKey: string | null
  /** Id of the thing. */
  readonly usedBy: string
}

/**
 * Files the caller uploaded and confirmed and has not handed in with something else, as they are
 * to be attached.
 *
 * @throws RuleError `FILE.MISSING` naming the field: never uploaded, not theirs, or used
 */
export const requireFiles = async (
  records: FileRecordStore,
  wanted: readonly Wanted[],
  { uploadKey, ownerKey, usedBy }: HandedIn,
): Promise<FileRecord[]> => {
  const found = await records.findMany(wanted.flatMap(({ fileIds }) => fileIds))
  const isTheirs = (record: FileRecord | undefined, kind: UploadKindName): boolean =>
    record?.state === 'confirmed' &&
    record.kind === kind &&
    record.ownerKey === (record.usedBy === null ? uploadKey : ownerKey) &&
    (record.usedBy === null || record.usedBy === usedBy)
  for (const { fileIds, kind, field } of wanted)
    for (const fileId of fileIds)
      if (!isTheirs(found.get(fileId), kind)) throw new RuleError('FILE.MISSING', [field])
  return [...found.values()].map((record) => ({ ...record, ownerKey }))
}
