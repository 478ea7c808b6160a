import { supplement as decideSupplement } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { requireFiles } from '../../_stores/attached-files'
import { contentFlag } from '../content-flag'
import { actOnOwn } from '../own-report'
import type { Parts } from '../parts'

/**
 * 补充: goes to intake's half; what handlers read does not change by itself. Of a report that became
 * part of another it goes with the matter, as long as nobody has been answered.
 */
export const supplement =
  (parts: Parts): Handler<'feedback.supplement'> =>
  async (input, call) => {
    const { feedbackId, words, photoIds } = input
    const files = await requireFiles(
      parts,
      [{ fileIds: photoIds, kind: 'photo', field: 'photoIds' }],
      call.actor,
      feedbackId,
    )
    const flag = await contentFlag(parts.wechat, call.openid, words)
    const label = `supplement ${call.newId('supplement')}`
    const addWords = parts.originals.add(feedbackId, label, flag, (original) => ({
      ...original,
      supplements: [...original.supplements, { words, photoIds, at: call.now }],
    }))
    const attachFiles = parts.records.attach(files, feedbackId)
    return actOnOwn(parts, call, input, 'supplement', (feedback, facts, matter) => ({
      next: decideSupplement(feedback, call.actor, facts),
      changes: {},
      also: async ({ transaction }) => {
        if (matter) {
          // It must not be answered, or become part of a third one, meanwhile.
          await parts.feedback.hold(matter.id)(transaction)
          await parts.originals.markUnread(matter.id)(transaction)
        }
        await addWords(transaction)
        await attachFiles(transaction)
      },
    }))
  }
