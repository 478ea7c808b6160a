import { feedbackStates, protections, ratings } from '@/domain/feedback/feedback'
import { read, repeatable, write } from '../action'
import { feedbackChanged, photoIds } from './fields'
import { maxContactName, maxPhotos, maxRatingWords, maxReportWords } from './limits'
import { reporterFeedback, reporterRow } from './reporter-views'
import {
  cursor,
  fileId,
  id,
  isoDay,
  oneOf,
  page,
  phone,
  regionCode,
  sha256,
  text,
  upTo,
  uploadTarget,
} from '../fields'
import * as z from '../zod'

/** By whom: the reporter's own session, or the lookup code (its hash) from any phone. */
const mine = { feedbackId: id, lookupHash: z.optional(sha256) }

/** What a reporter does with their own report. */
export const reporterActions = {
  /** One target per file. `anonymous` targets carry no owner. */
  'feedback.prepareUpload': repeatable(
    'anyone',
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            /** Any other than `photoTypes` and `voiceTypes` is refused with `FILE.TYPE`. */
            type: text(60),
            size: z.int().check(z.minimum(1)),
          }),
        )
        .check(z.minLength(1), z.maxLength(maxPhotos + 1)),
      anonymous: z.boolean(),
    }),
    z.strictObject({ targets: z.array(uploadTarget) }),
  ),
  /** Checks size and bytes, strips EXIF, records the file. Again it answers with what was kept. */
  'feedback.confirmUpload': repeatable(
    'anyone',
    z.strictObject({ fileId, anonymous: z.boolean() }),
    z.strictObject({ fileId: z.string(), url: z.string() }),
  ),
  'feedback.submit': write(
    'anyone',
    z
      .strictObject({
        words: z.string().check(upTo(maxReportWords)),
        regionCode: z.nullable(regionCode),
        place: z.string().check(upTo(100)),
        taskId: z.nullable(id),
        photoIds,
        voiceId: z.nullable(fileId),
        protection: oneOf(protections),
        /** SHA-256 of the lookup code made on the phone. */
        lookupHash: sha256,
        contactName: z.nullable(text(maxContactName)),
        contactPhone: z.nullable(phone),
        /** 代填 by a village officer: the resident's consent is noted, with its day. */
        consentNoted: z.boolean(),
        consentOn: z.optional(z.nullable(isoDay)),
      })
      .check(
        z.refine(({ words, voiceId }) => words.trim() !== '' || voiceId !== null, {
          path: ['words'],
        }),
        // 完全匿名: a name beside it would undo what the reporter asked for.
        z.refine(
          ({ protection, contactName, contactPhone }) =>
            protection !== 'anonymous' || (contactName === null && contactPhone === null),
          { path: ['contactName'] },
        ),
      ),
    z.strictObject({
      id,
      number: z.string(),
      state: oneOf(feedbackStates),
      submittedOn: isoDay,
      admitDueOn: isoDay,
    }),
  ),
  'feedback.listMine': read(
    'person',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(reporterRow),
  ),
  'feedback.get': read('person', z.strictObject({ feedbackId: id }), reporterFeedback),
  /** 用查询码查: the only way back to an anonymous report. */
  'feedback.lookUp': read('public', z.strictObject({ lookupHash: sha256 }), reporterFeedback),
  'feedback.supplement': write(
    'anyone',
    z.strictObject({ ...mine, words: text(maxReportWords), photoIds }),
    feedbackChanged,
  ),
  'feedback.withdraw': write('anyone', z.strictObject(mine), feedbackChanged),
  'feedback.rate': write(
    'anyone',
    z.strictObject({
      ...mine,
      rating: oneOf(ratings),
      words: z.string().check(upTo(maxRatingWords)),
    }),
    feedbackChanged,
  ),
} as const
