import type { FeedbackId, FeedbackState } from '@/domain/feedback/feedback'
import { eraseReporter, withdrawFeedback } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import { handledReport, ownReport } from '../../_stores/feedback-thing'
import type { Original } from '../../_stores/feedback-original-store'
import { byReporter } from '../acting-reporter'
import type { Parts } from '../parts'

const filesOf = ({ photoIds, voiceId, supplements }: Original): string[] => [
  ...photoIds,
  ...(voiceId ? [voiceId] : []),
  ...supplements.flatMap((supplement) => supplement.photoIds),
]

const isCleared = ({ check }: FileRecord): boolean => check === 'cleared'

/** Whoever has left the matter has no part in it any more. */
const hasLeft = (id: FeedbackId, state: FeedbackState) => ({ id, state, events: [] })

/**
 * 撤回: words, identity and everything intake has not cleared are erased. Photos that handlers
 * already work with stay with the matter and lose their owner. Where others reported the same
 * matter it goes on for them. Repeated, it answers as done. What must be forgotten is forgotten in the
 * transaction, or it would stay after a broken call.
 */
export const withdraw =
  ({
    writer,
    originals,
    feedback: reports,
    records,
    looks,
    files,
  }: Parts): Handler<'feedback.withdraw'> =>
  async (claim, call) => {
    const { feedbackId } = claim
    const receipt = call.newId('withdraw')
    let left: readonly FileRecord[] = []
    const answer = await writer.write(byReporter(call), async (acting) => {
      const { read } = acting
      left = []
      if (await originals.wasErased(read, claim, receipt)) {
        const before = await reports.findIn(read, feedbackId)
        if (!before) throw new RuleError('THING.NOT_FOUND')
        return hasLeft(feedbackId, before.state)
      }
      const isReporter = await originals.isSentBy(read, claim, call.actor)
      const report = isReporter ? ownReport : handledReport
      const { state } = await acting.change(
        report,
        feedbackId,
        'withdraw',
        async (feedback, facts) => {
          // Asked after the report was read: whoever joins it later writes it, and one of the two comes again.
          const goesOn = feedback.state === 'merged' || (await reports.joinedTo(feedback)) > 0
          const decide = goesOn ? eraseReporter : withdrawFeedback
          const next = decide(feedback, call.actor, facts)
          const row = await originals.findIn(read, feedbackId)
          const held = [...(await records.findMany(row ? filesOf(row.original) : [])).values()]
          left = held.filter((record) => !isCleared(record))
          return {
            next,
            event: goesOn ? 'eraseReporter' : 'withdraw',
            changes: {},
            also: async ({ transaction }) => {
              await originals.erase(feedbackId, receipt)(transaction)
              await records.disown(held, isCleared)(transaction)
              await looks.forget(feedbackId)(transaction)
            },
          }
        },
      )
      return hasLeft(feedbackId, state)
    })
    // After the commit; what a broken call leaves here the timer finds as left over.
    const fileIds = left.map(({ fileId }) => fileId)
    await files.remove(fileIds)
    for (const fileId of fileIds) await records.remove(fileId)
    return answer
  }
