import type { Actor } from '@/domain/organization/actor'
import { actsForUnit, holdsRegion } from '@/domain/organization/scope'
import { refuseIf } from '@/domain/refusal'
import { decidesAs } from '@/domain/task/own-cause'
import { whyNotStep } from '@/domain/task/parties'
import { evidenceOwnerKey, type EvidenceStores } from '../_files/evidence'
import { isPicture } from '../_files/file-types'
import { requireOwned } from '../_stores/attached-files'
import type { FileRecord } from '../_stores/file-record-store'
import type { TaskRecord } from '../_stores/task-record'

/**
 * Who does the work proves that it is done, a firm its nodes; who accepts it shows what was seen,
 * also where others have taken the step meanwhile: that is told by the step itself. Who looks again
 * after close-out shows what was found, and who records a decision files its signed paper.
 * @throws RuleError `ACCESS.*`
 */
export const refuseStranger = (task: TaskRecord, actor: Actor): void => {
  const { assignments, acceptanceChain, cycles, enterpriseIds } = task
  const code = actsForUnit(
    actor,
    assignments.map(({ unitId }) => unitId),
  )
  const wasAsked = cycles.some(({ request }) => request !== null)
  const accepts = wasAsked && acceptanceChain.some((step) => whyNotStep(actor, task, step) === null)
  const isFirm = actor.role === 'enterpriseAgent' && enterpriseIds.includes(actor.unitId ?? '')
  const looksAgain =
    task.state === 'closed' && holdsRegion(actor, 'inspector', task.regionCodes) === null
  const decides =
    (task.state === 'awaitingApproval' || task.state === 'reportedUp') &&
    decidesAs('coordinator')(actor, task) === null
  refuseIf(code && !accepts && !isFirm && !looksAgain && !decides ? { code } : null)
}

/** What was photographed and signed at a step. @throws RuleError `FILE.MISSING` naming the field */
export const requireSeen = async (
  { records, cipher }: EvidenceStores,
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
