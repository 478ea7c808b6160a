import type { UnitId } from '@/domain/organization/unit'
import type { Cipher } from '../../_stores/cipher'
import type { FileRecord } from '../../_stores/file-record-store'
import type { Parts } from '../parts'

/** Any enforcer of the body may go on with what a colleague uploaded, for this visit only. */
export const recordOwnerKey = (cipher: Cipher, visitId: string, bodyId: UnitId): string =>
  cipher.blind(`visit ${visitId} ${bodyId}`)

/**
 * Photos and the record on paper, confirmed one after the other.
 * @throws RuleError `FILE.*` on `fileIds`; a refused file is deleted
 */
export const keepRecordFiles = async (
  { uploads }: Pick<Parts, 'uploads'>,
  fileIds: readonly string[],
  ownerKey: string,
): Promise<FileRecord[]> => {
  const kept: FileRecord[] = []
  for (const fileId of new Set(fileIds)) {
    const confirming = { fileId, kinds: ['visitRecord'] as const, ownerKey, field: 'fileIds' }
    kept.push((await uploads.confirm(confirming)).record)
  }
  return kept
}
