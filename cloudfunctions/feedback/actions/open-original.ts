import { whyNotOpenOriginal } from '@/domain/feedback/readers'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { OriginalRow } from '../../_stores/feedback-original-store'
import { heaviestFlag } from '../content-flag'
import { owedOn, type Parts } from '../parts'
import { photosOf } from '../views/answer-view'

/**
 * 每次查看留痕: the look is in the audit, and in the reporter's list, before anything is shown. The
 * words are read where the look is written: a reporter who withdraws meanwhile is not looked at.
 */
export const openOriginal =
  (parts: Parts): Handler<'feedback.openOriginal'> =>
  async ({ feedbackId, reason }, call) => {
    let opened: OriginalRow | null = null
    const look = { id: call.newId('look'), feedbackId, reason, on: call.today }
    const feedback = await parts.feedback.change(feedbackId, call, (report) => {
      refuseIf(whyNotOpenOriginal(report, call.actor))
      return {
        next: report,
        event: 'openOriginal',
        changes: {},
        note: reason,
        obligations: owedOn(parts, call, report),
        also: async (transaction) => {
          const found = await parts.originals.open(feedbackId)(transaction)
          if (!found) throw new RuleError('THING.NOT_FOUND')
          const { row, nth } = found
          const { number } = report
          await parts.looks.record({ ...look, number, nth }, row.reporterKey)(transaction)
          opened = row
        },
      }
    })
    const { original, contentFlag } = opened!
    const supplementPhotos = original.supplements.flatMap(({ photoIds }) => photoIds)
    const voiceIds = original.voiceId ? [original.voiceId] : []
    const records = await parts.records.findMany([...original.photoIds, ...supplementPhotos])
    const links = await parts.files.links([...original.photoIds, ...supplementPhotos, ...voiceIds])
    return {
      id: feedbackId,
      words: original.words,
      place: original.place,
      photos: photosOf(original.photoIds, links),
      voice: photosOf(voiceIds, links)[0] ?? null,
      protection: feedback.protection,
      contactName: original.contactName,
      contactPhone: original.contactPhone,
      contentFlag: heaviestFlag([
        contentFlag,
        ...[...records.values()].map(({ verdict }) => verdict ?? null),
      ]),
      supplements: original.supplements.map(({ words, photoIds, at }) => ({
        words,
        photos: photosOf(photoIds, links),
        at,
      })),
      ratings: [...original.ratings],
    }
  }
