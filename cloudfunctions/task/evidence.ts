import type { Actor } from '@/domain/organization/actor'
import { actsForUnit } from '@/domain/organization/scope'
import { refuseIf } from '@/domain/refusal'
import type { DoneReport } from '@/domain/task/done-report'
import { whyNotStep } from '@/domain/task/parties'
import { isPicture } from '../_files/file-types'
import { requireOwned } from '../_stores/attached-files'
import type { Cipher } from '../_stores/cipher'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import type { TaskRecord } from '../_stores/task-thing'

/**
 * Evidence belongs to one unit's part in one task, or to one inspector's: for another task it is a
 * file that is missing.
 */
export const evidenceOwnerKey = (
  cipher: Cipher,
  taskId: string,
  { unitId, membershipId }: Actor,
): string => cipher.blind(`evidence ${taskId} ${unitId ?? membershipId ?? ''}`)

/**
 * Who does the work proves that it is done; who accepts it shows what was seen, also where others
 * have taken the step meanwhile: that is told by the step itself. @throws RuleError `ACCESS.*`
 */
export const refuseStranger = (task: TaskRecord, actor: Actor): void => {
  const { assignments, acceptanceChain, cycles } = task
  const code = actsForUnit(
    actor,
    assignments.map(({ unitId }) => unitId),
  )
  const wasAsked = cycles.some(({ request }) => request !== null)
  const accepts = wasAsked && acceptanceChain.some((step) => whyNotStep(actor, task, step) === null)
  refuseIf(code && !accepts ? { code } : null)
}

interface Stores {
  readonly records: FileRecordStore
  readonly cipher: Cipher
}

/** What was photographed and signed at a step. @throws RuleError `FILE.MISSING` naming the field */
export const requireSeen = async (
  { records, cipher }: Stores,
  { photoIds, signatureIds }: Readonly<Record<'photoIds' | 'signatureIds', readonly string[]>>,
  taskId: string,
  actor: Actor,
): Promise<FileRecord[]> => {
  const wanted = [
    { fileIds: photoIds, kind: 'evidence', field: 'measures', fits: isPicture },
    { fileIds: signatureIds, kind: 'evidence', field: 'others', fits: isPicture },
  ] as const
  const key = evidenceOwnerKey(cipher, taskId, actor)
  return requireOwned(records, wanted, { uploadKey: key, ownerKey: key, usedBy: taskId })
}

type Given = Pick<DoneReport, 'beforeIds' | 'photoIds' | 'fileIds'>

/** The files of a report as they are to be attached. @throws RuleError `FILE.MISSING` naming the field */
export const requireEvidence = async (
  { records, cipher }: Stores,
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
