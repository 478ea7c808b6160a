import { supplement as decideSupplement } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { requireFiles } from '../attached-files'
import { changeReport } from '../change-report'
import { contentFlag } from '../content-flag'
import { isReporterOf } from '../own-report'
import type { Parts } from '../parts'

/** 补充: goes to intake's half; what handlers read does not change by itself. */
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
    const label = `supplement ${call.newId('supplement')}`
    const addWords = parts.originals.add(feedbackId, label, (original) => ({
      ...original,
      supplements: [...original.supplements, { words, photoIds, at: call.now }],
    }))
    const attachFiles = parts.records.attach(files, feedbackId)
    const changed = await changeReport(parts, call, feedbackId, isReporter, (feedback, facts) => ({
      next: decideSupplement(feedback, call.actor, facts),
      event: 'supplement',
      changes: {},
      also: async (transaction) => {
        await addWords(transaction)
        await attachFiles(transaction)
      },
    }))
    const flag = await contentFlag(parts.wechat, call.openid, words)
    if (flag !== 'unchecked') await parts.originals.flag(feedbackId, label, flag)
    return changed
  }
