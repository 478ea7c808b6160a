import { refuseIf } from '@/domain/refusal'
import { recordVisit as recorded } from '@/domain/visit/transitions'
import { whyNotVisit } from '@/domain/visit/workflow'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { keepRecordFiles, recordOwnerKey } from '../visits/record-files'
import { requireVisit } from '../visits/require-visit'
import { tellAskers, tellFirm } from '../visits/visit-notices'

/** 现场检查记录: given to the firm, and from now on the evidence of who asked for it. */
export const recordVisit =
  (parts: Parts): Handler<'enterprise.recordVisit'> =>
  async ({ visitId, on, findings, receivedBy, fileIds }, call) => {
    const { visit: stored } = await requireVisit(parts, visitId, call.actor)
    const known = parts.writer.factsOf(visitThing, stored, call)
    const said = { on, findings, receivedBy }
    // Whoever may not write it, or wrote half of it, costs no download.
    refuseIf(
      whyNotVisit(stored, 'recordVisit', call.actor, { ...known, given: { ...said, fileIds } }),
    )
    const key = recordOwnerKey(parts.cipher, visitId, stored.bodyId)
    const files = await keepRecordFiles(parts, fileIds, key)
    return parts.writer.act(visitThing, call, visitId, 'recordVisit', (visit, facts) => {
      const given = { ...said, fileIds: files.map(({ fileId }) => fileId) }
      const next = recorded(visit, given, call.actor, facts)
      return {
        next,
        changes: {
          on,
          inOrder: findings.map(({ matterId, inOrder }) => [matterId, inOrder]),
          files: files.map(({ sha256 }) => sha256),
        },
        tell: [
          ...tellFirm(next, 'visitRecorded', parts.city),
          ...tellAskers(next, 'visitMade', parts.city),
        ],
        also: ({ transaction }) => parts.records.attach(files, visitId)(transaction),
      }
    })
  }
