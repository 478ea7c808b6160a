import type { Actor } from '@/domain/organization/actor'
import { actsForUnit } from '@/domain/organization/scope'
import { refuseIf } from '@/domain/refusal'
import type { DoneReport } from '@/domain/task/done-report'
import { isPicture } from '../_files/file-types'
import { requireOwned } from '../_stores/attached-files'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import type { TaskRecord } from '../_stores/task-thing'

/** Evidence belongs to one unit's share of one task: for another task it is a file that is missing. */
export const evidenceOwnerKey = (cipher: Cipher, taskId: string, { unitId }: Actor): string =>
  cipher.blind(`evidence ${taskId} ${unitId ?? ''}`)

/** Only who does the work proves that it is done. @throws RuleError `ACCESS.*` */
export const refuseStranger = ({ assignments }: TaskRecord, actor: Actor): void => {
  const code = actsForUnit(
    actor,
    assignments.map(({ unitId }) => unitId),
  )
  refuseIf(code && { code })
}

type Given = Pick<DoneReport, 'beforeIds' | 'photoIds' | 'fileIds'>

/** The files of a report as they are to be attached. @throws RuleError `FILE.MISSING` naming the field */
export const requireEvidence = async (
  { records, cipher }: { readonly records: FileRecordStore; readonly cipher: Cipher },
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
