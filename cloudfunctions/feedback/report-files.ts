import type { Actor } from '@/domain/organization/actor'
import { requireFiles, type Wanted } from '../_files/attached-files'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'

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

/**
 * Files of a report, an answer or a supplement, as they are to be attached.
 *
 * @throws RuleError `FILE.MISSING` naming the field: never uploaded, not theirs, or used
 */
export const requireReportFiles = (
  { records, cipher }: { readonly records: FileRecordStore; readonly cipher: Cipher },
  wanted: readonly Wanted[],
  actor: Actor,
  usedBy: string,
): Promise<FileRecord[]> =>
  requireFiles(records, wanted, {
    uploadKey: ownerKeyOf(cipher, actor),
    ownerKey: ownerKeyOf(cipher, actor, usedBy),
    usedBy,
  })
