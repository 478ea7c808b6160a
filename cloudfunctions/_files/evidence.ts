import type { Actor } from '@/domain/organization/actor'
import type { DoneReport } from '@/domain/task/done-report'
import { requireOwned } from '../_stores/attached-files'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import { isPicture } from './file-types'

/**
 * Evidence belongs to one unit's part in one task, or to one inspector's: for another task it is a
 * file that is missing.
 */
export const evidenceOwnerKey = (
  cipher: Cipher,
  taskId: string,
  { unitId, membershipId }: Actor,
): string => cipher.blind(`evidence ${taskId} ${unitId ?? membershipId ?? ''}`)

export interface EvidenceStores {
  readonly records: FileRecordStore
  readonly cipher: Cipher
}

type Given = Pick<DoneReport, 'beforeIds' | 'photoIds' | 'fileIds'>

/** The files of a report as they are to be attached. @throws RuleError `FILE.MISSING` naming the field */
export const requireEvidence = async (
  { records, cipher }: EvidenceStores,
  { beforeIds = [], photoIds, fileIds }: Given,
  taskId: string,
  actor: Actor,
): Promise<FileRecord[]> => {
  const wanted = [
    { fileIds: beforeIds, kind: 'evidence', field: 'beforeIds', fits: isPicture },
    { fileIds: photoIds, kind: 'evidence', field: 'photoIds', fits: isPicture },
    { fileIds, kind: 'evidence', field: 'fileIds' },
  ] as const
  const key = evidenceOwnerKey(cipher, taskId, actor)
  return requireOwned(records, wanted, { uploadKey: key, ownerKey: key, usedBy: taskId })
}

/** For the chain: which files came with a step; nothing where none did. */
export const digestsOf = (
  papers: readonly FileRecord[],
): { readonly files?: readonly FileRecord['sha256'][] } =>
  papers.length > 0 ? { files: papers.map(({ sha256 }) => sha256) } : {}
