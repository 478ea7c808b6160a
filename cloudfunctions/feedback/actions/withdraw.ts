import type { FeedbackId, FeedbackState } from '@/domain/feedback/feedback'
import { eraseReporter, withdrawFeedback } from '@/domain/feedback/transitions'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import type { Original } from '../../_stores/feedback-original-store'
import { actingReporter } from '../acting-reporter'
import { isReporterOf, ownOriginal } from '../own-report'
import type { Parts } from '../parts'

const filesOf = ({ photoIds, voiceId, supplements }: Original): string[] => [
  ...photoIds,
  ...(voiceId ? [voiceId] : []),
  ...supplements.flatMap((supplement) => supplement.photoIds),
]

const isCleared = ({ check }: FileRecord): boolean => check === 'cleared'

/** Somebody else's report became part of this one since it was read: it must not end. */
class JoinedMeanwhile extends Error {
  override name = 'JoinedMeanwhile'
}

/** Whoever has left the matter has no part in it any more. */
const hasLeft = (id: FeedbackId, state: FeedbackState) => ({ id, state, events: [] })

/** What must be forgotten is forgotten in the transaction, or it would stay after a broken call. */
const leave = async (
  parts: Parts,
  call: Call,
  feedbackId: FeedbackId,
  isReporter: boolean,
  records: readonly FileRecord[],
) => {
  const joined = async () => (await parts.feedback.mergedInto([feedbackId], 1)).length > 0
  const hasOthers = await joined()
  const { report, by } = actingReporter(isReporter, call)
  return parts.writer.write(by, async (acting) => {
    const { state } = await acting.change(report, feedbackId, 'withdraw', (feedback, facts) => {
      const goesOn = hasOthers || feedback.state === 'merged'
      const decide = goesOn ? eraseReporter : withdrawFeedback
      return {
        next: decide(feedback, call.actor, facts),
        event: goesOn ? 'eraseReporter' : 'withdraw',
        changes: {},
        also: async ({ transaction }) => {
          if (!goesOn && (await joined())) throw new JoinedMeanwhile()
          await parts.originals.erase(feedbackId, call.newId('withdraw'))(transaction)
          await parts.records.disown(records, isCleared)(transaction)
          await parts.looks.forget(feedbackId)(transaction)
        },
      }
    })
    return hasLeft(feedbackId, state)
  })
}

/**
 * 撤回: words, identity and everything intake has not cleared are erased. Photos that handlers
 * already work with stay with the matter and lose their owner. Where others reported the same
 * matter it goes on for them. Repeated, it answers as done.
 */
export const withdraw =
  (parts: Parts): Handler<'feedback.withdraw'> =>
  async (input, call) => {
    const { feedbackId, lookupHash = null } = input
    const bySession = lookupHash === null
    const own = bySession ? await ownOriginal(parts, feedbackId, call.actor) : null
    const isReporter = bySession ? own !== null : await isReporterOf(parts, input, call.actor)
    // Whoever is known by the session has not left yet; a code stays known.
    const mayHaveLeft = !isReporter || !bySession
    const receipt = call.newId('withdraw')
    if (mayHaveLeft && (await parts.originals.wasErased(feedbackId, receipt, lookupHash))) {
      const left = await parts.feedback.find(feedbackId)
      if (!left) throw new RuleError('THING.NOT_FOUND')
      return hasLeft(feedbackId, left.state)
    }
    const row = own ?? (isReporter ? await parts.originals.find(feedbackId) : null)
    const records = [...(await parts.records.findMany(row ? filesOf(row.original) : [])).values()]
    const changed = await leave(parts, call, feedbackId, isReporter, records).catch(
      (error: unknown) => {
        if (!(error instanceof JoinedMeanwhile)) throw error
        return leave(parts, call, feedbackId, isReporter, records)
      },
    )
    // After the commit; what a broken call leaves here the timer finds as left over.
    const fileIds = records.filter((record) => !isCleared(record)).map(({ fileId }) => fileId)
    await parts.files.remove(fileIds)
    for (const fileId of fileIds) await parts.records.remove(fileId)
    return changed
  }
