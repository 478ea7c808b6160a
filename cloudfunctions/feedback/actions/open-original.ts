import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { feedbackFor } from '@/domain/feedback/policy'
import { whyNotOpenOriginal } from '@/domain/feedback/readers'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Original, OriginalRow } from '../../_stores/feedback-original-store'
import { heaviestFlag } from '../content-flag'
import type { Parts } from '../parts'
import { photosOf } from '../views/answer-view'

/** Reports of one matter of which what was said later is shown with it. */
const mostParts = 50

interface Opened {
  readonly row: OriginalRow
  readonly said: Original['supplements']
}

/** What the reporters of merged reports said later belongs to the matter. */
const partsWithWords = async (parts: Parts, id: FeedbackId): Promise<Feedback[]> => {
  const merged = await parts.feedback.partsOf(id, mostParts)
  const rows = await parts.originals.findMany(merged.map((each) => each.id))
  return merged.filter((each) => (rows.get(each.id)?.original.supplements.length ?? 0) > 0)
}

/**
 * 每次查看留痕: the look is in the audit, and in the reporter's list, before anything is shown. The
 * words are read where the look is written: a reporter who withdraws meanwhile is not looked at.
 * Whoever added words by a merged report is looked at too, and reads it.
 */
export const openOriginal =
  (parts: Parts): Handler<'feedback.openOriginal'> =>
  async ({ feedbackId, reason }, call) => {
    const merged = await partsWithWords(parts, feedbackId)
    let opened: Opened | null = null
    const feedback = await parts.writer.write(call, (acting) =>
      acting.change(handledReport, feedbackId, 'openOriginal', (report) => {
        refuseIf(whyNotOpenOriginal(report, call.actor))
        return {
          next: report,
          changes: {},
          note: reason,
          also: async ({ transaction }) => {
            const look = async ({ id, number }: Feedback) => {
              const found = await parts.originals.open(id)(transaction)
              if (!found) return null
              const { row, nth } = found
              const what = { id: call.newId(`look ${id}`), feedbackId: id, number, nth }
              await parts.looks.record(
                { ...what, reason, on: call.today },
                row.reporterKey,
              )(transaction)
              return row
            }
            const row = await look(report)
            if (!row) throw new RuleError('THING.NOT_FOUND')
            const said = [...row.original.supplements]
            for (const each of merged)
              said.push(...((await look(each))?.original.supplements ?? []))
            opened = { row, said: said.sort((one, other) => one.at - other.at) }
          },
        }
      }),
    )
    const { row, said } = opened!
    const { original, contentFlag } = row
    const supplementPhotos = said.flatMap(({ photoIds }) => photoIds)
    const voiceIds = original.voiceId ? [original.voiceId] : []
    const records = await parts.records.findMany([...original.photoIds, ...supplementPhotos])
    const links = await parts.files.links([...original.photoIds, ...supplementPhotos, ...voiceIds])
    return {
      id: feedbackId,
      words: original.words,
      place: original.place,
      photos: photosOf(original.photoIds, links),
      voice: photosOf(voiceIds, links)[0] ?? null,
      protection: feedbackFor(feedback, 'intake').protection,
      contactName: original.contactName,
      contactPhone: original.contactPhone,
      // Reports of before say nothing of it.
      consentOn: original.consentOn ?? null,
      contentFlag: heaviestFlag([
        contentFlag,
        // A photo that was never judged is not one that passed.
        ...[...records.values()].map(({ verdict }) => verdict ?? 'unchecked'),
      ]),
      supplements: said.map(({ words, photoIds, at }) => ({
        words,
        photos: photosOf(photoIds, links),
        at,
      })),
      ratings: [...original.ratings],
    }
  }
