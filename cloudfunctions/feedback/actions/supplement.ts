import { supplement as decideSupplement } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { actingReporter } from '../acting-reporter'
import { requireFiles } from '../../_stores/attached-files'
import { contentFlag } from '../content-flag'
import { isReporterOf } from '../own-report'
import type { Parts } from '../parts'
import { matterOf } from '../views/reporter-view'

/**
 * 补充: goes to intake's half; what handlers read does not change by itself. Of a report that became
 * part of another it goes with the matter, as long as nobody has been answered.
 */
export const supplement =
  (parts: Parts): Handler<'feedback.supplement'> =>
  async (input, call) => {
    const { feedbackId, words, photoIds } = input
    const isReporter = await isReporterOf(parts, input, call.actor)
    const files = await requireFiles(
      parts,
      [{ fileIds: photoIds, kind: 'photo', field: 'photoIds' }],
      call.actor,
      feedbackId,
    )
    const own = isReporter ? await parts.feedback.find(feedbackId) : null
    const matter = own?.mergedIntoId ? await matterOf(parts, own) : null
    const flag = await contentFlag(parts.wechat, call.openid, words)
    const label = `supplement ${call.newId('supplement')}`
    const addWords = parts.originals.add(feedbackId, label, flag, (original) => ({
      ...original,
      supplements: [...original.supplements, { words, photoIds, at: call.now }],
    }))
    const attachFiles = parts.records.attach(files, feedbackId)
    const { report, by } = actingReporter(isReporter, call, matter)
    return parts.writer.act(report, by, feedbackId, 'supplement', (feedback, facts) => ({
      next: decideSupplement(feedback, call.actor, facts),
      changes: {},
      also: async ({ transaction }) => {
        if (matter) {
          // It may have been answered, or become part of a third one, since it was read.
          await parts.feedback.hold(matter.id, (now) => {
            decideSupplement(feedback, call.actor, { ...facts, matter: now ?? matter })
          })(transaction)
          await parts.originals.markUnread(matter.id)(transaction)
        }
        await addWords(transaction)
        await attachFiles(transaction)
      },
    }))
  }
