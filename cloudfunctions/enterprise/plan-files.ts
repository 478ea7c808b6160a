import type { UnitId } from '@/domain/organization/unit'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord } from '../_stores/file-record-store'
import type { Parts } from './parts'

/** Any agent of the enterprise may go on with what a colleague uploaded. */
export const planOwnerKey = (cipher: Cipher, enterpriseId: UnitId): string =>
  cipher.blind(`plans ${enterpriseId}`)

/**
 * The enterprise's uploads, confirmed one after the other (each up to 20 MB).
 *
 * @throws RuleError `FILE.*` on `planFileIds`; a refused file is deleted
 */
export const keepPlanFiles = async (
  { uploads, cipher }: Pick<Parts, 'uploads' | 'cipher'>,
  fileIds: readonly string[],
  enterpriseId: UnitId,
): Promise<FileRecord[]> => {
  const ownerKey = planOwnerKey(cipher, enterpriseId)
  const kept: FileRecord[] = []
  for (const fileId of fileIds) {
    const confirming = { fileId, kinds: ['plan'] as const, ownerKey, field: 'planFileIds' }
    kept.push((await uploads.confirm(confirming)).record)
  }
  return kept
}
