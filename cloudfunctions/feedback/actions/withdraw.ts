import { eraseReporter, withdrawFeedback } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import type { Transaction } from '../../_stores/transaction'
import type { FileRecord } from '../../_stores/file-record-store'
import type { Original } from '../../_stores/feedback-original-store'
import { changeReport } from '../change-report'
import { isReporterOf } from '../own-report'
import type { Parts } from '../parts'

const filesOf = ({ photoIds, voiceId, supplements }: Original): string[] => [
  ...photoIds,
  ...(voiceId ? [voiceId] : []),
  ...supplements.flatMap((supplement) => supplement.photoIds),
]

/**
 * 撤回: words, identity and everything intake has not cleared are erased. Photos that handlers
 * already work with stay with the matter and lose their owner. Where others reported the same
 * matter it goes on for them.
 */
export const withdraw =
  (parts: Parts): Handler<'feedback.withdraw'> =>
  async (input, call) => {
    const { feedbackId } = input
    const isReporter = await isReporterOf(parts, input, call.actor)
    const row = isReporter ? await parts.originals.find(feedbackId) : null
    const records = [...(await parts.records.findMany(row ? filesOf(row.original) : [])).values()]
    const isCleared = ({ check }: FileRecord): boolean => check === 'cleared'
    const erased = records.filter((record) => !isCleared(record))
    const eraseOriginal = parts.originals.erase(feedbackId)
    const disown = (transaction: Transaction) =>
      parts.records.disown(records, isCleared)(transaction)

    const hasOthers = (await parts.feedback.mergedInto([feedbackId], 1)).length > 0
    const changed = await changeReport(parts, call, feedbackId, isReporter, (feedback, facts) => {
      const goesOn = hasOthers || feedback.state === 'merged'
      const leave = goesOn ? eraseReporter : withdrawFeedback
      return {
        next: leave(feedback, call.actor, facts),
        event: goesOn ? 'eraseReporter' : 'withdraw',
        changes: {},
        also: async (transaction) => {
          await eraseOriginal(transaction)
          await disown(transaction)
        },
      }
    })
    // After the commit; what a broken call leaves here the timer finds as left over.
    const fileIds = erased.map(({ fileId }) => fileId)
    await parts.files.remove(fileIds)
    for (const fileId of fileIds) await parts.records.remove(fileId)
    await parts.looks.forget(feedbackId)
    // Whoever has left the matter has no part in it any more.
    return { ...changed, events: [] }
  }
