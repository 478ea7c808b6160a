import type { FileTypeName, UploadKindName } from '@/domain/file/kinds'
import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Cipher } from './cipher'
import type { FileRecord, FileRecordStore } from './file-record-store'

/**
 * Whose uploads these are; null for an anonymous reporter, whose files have no owner.
 *
 * @param usedBy id of the thing they were handed in with: each has a digest of its own, or an
 *   official's answer, which names its author, would lead to what the official reports privately
 */
export const ownerKeyOf = (
  cipher: Cipher,
  { personId }: Pick<Actor, 'personId'>,
  usedBy: string | null = null,
): string | null => {
  if (personId === null) return null
  return cipher.blind(usedBy === null ? `files ${personId}` : `files ${personId} ${usedBy}`)
}

interface Wanted {
  readonly fileIds: readonly string[]
  readonly kind: UploadKindName
  readonly field: string
  /** Which types the field takes; all of the kind when absent. */
  readonly fits?: (type: FileTypeName) => boolean
}

/** Whose files they are before and after they are handed in, and with what. */
interface HandedIn {
  readonly uploadKey: string | null
  readonly ownerKey: string | null
  /** Id of the thing. */
  readonly usedBy: string
}

/**
 * Files their owner uploaded and confirmed and has not handed in with something else, as they are
 * to be attached.
 *
 * @throws RuleError `FILE.MISSING` naming the field: never uploaded, not theirs, or used
 */
export const requireOwned = async (
  records: FileRecordStore,
  wanted: readonly Wanted[],
  { uploadKey, ownerKey, usedBy }: HandedIn,
): Promise<FileRecord[]> => {
  const found = await records.findMany(wanted.flatMap(({ fileIds }) => fileIds))
  const isTheirs = (record: FileRecord | undefined, { kind, fits }: Wanted): boolean =>
    record?.state === 'confirmed' &&
    record.kind === kind &&
    (fits?.(record.type) ?? true) &&
    record.ownerKey === (record.usedBy === null ? uploadKey : ownerKey) &&
    (record.usedBy === null || record.usedBy === usedBy)
  for (const each of wanted)
    for (const fileId of each.fileIds)
      if (!isTheirs(found.get(fileId), each)) throw new RuleError('FILE.MISSING', [each.field])
  return [...found.values()].map((record) => ({ ...record, ownerKey }))
}

/** As `requireOwned`, of what the caller uploaded. */
export const requireFiles = (
  { records, cipher }: { readonly records: FileRecordStore; readonly cipher: Cipher },
  wanted: readonly Wanted[],
  actor: Actor,
  usedBy: string,
): Promise<FileRecord[]> =>
  requireOwned(records, wanted, {
    uploadKey: ownerKeyOf(cipher, actor),
    ownerKey: ownerKeyOf(cipher, actor, usedBy),
    usedBy,
  })
