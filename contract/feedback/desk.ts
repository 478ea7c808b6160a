import { feedbackStates, pollutionTypes } from '@/domain/feedback/feedback'
import { refusalCodes } from '@/domain/refusal'
import { read, repeatable, write } from '../action'
import { accusedUnitIds, feedbackChanged, photoIds } from './fields'
import { handlerFeedback, originalFeedback, staffRow } from './staff-views'
import { cursor, id, isoDay, oneOf, page, reason, regionCode, text } from '../fields'
import { maxDeclined, maxFeedbackSummary, maxLookReason } from './limits'
import * as z from '../zod'

/** As many as are read before they are declined. */

/** What tells reports apart that may be one matter; never who reported. */
const mergeTarget = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  summary: z.nullable(z.string()),
  pollutionTypes: z.array(oneOf(pollutionTypes)),
  sameTask: z.boolean(),
  submittedOn: isoDay,
})

/** 转交受理: the intake of a region above, or a named inspector. */
const nextDesk = z.union([z.strictObject({ regionCode }), z.strictObject({ membershipId: id })])

/** 受理: what the desk does, and what staff read. */
export const deskActions = {
  /** Staff list for the role acted as: intake's desk, a unit's items, the coordinator's. */
  'feedback.listDesk': read(
    'member',
    z.strictObject({ state: z.optional(oneOf(feedbackStates)), cursor: z.optional(cursor) }),
    page(staffRow),
  ),
  'feedback.getHandled': read('member', z.strictObject({ feedbackId: id }), handlerFeedback),
  /**
   * A look at identity and original words: intake only, audited with its reason. A read on the
   * wire: each arrival is a look of its own, and its reply is never kept.
   */
  'feedback.openOriginal': read(
    'member',
    z.strictObject({ feedbackId: id, reason: text(maxLookReason) }),
    originalFeedback,
  ),
  'feedback.admit': write(
    'member',
    z.strictObject({
      feedbackId: id,
      summary: text(maxFeedbackSummary),
      pollutionTypes: z.array(oneOf(pollutionTypes)).check(z.minLength(1), z.maxLength(8)),
      clearedPhotoIds: photoIds,
      accusedUnitIds,
      regionCode: z.nullable(regionCode),
    }),
    feedbackChanged,
  ),
  'feedback.decline': write('member', z.strictObject({ feedbackId: id, reason }), feedbackChanged),
  /** The same reason for several, e.g. after a flood; each is decided by itself. */
  'feedback.declineMany': repeatable(
    'member',
    z.strictObject({
      feedbackIds: z.array(id).check(z.minLength(1), z.maxLength(maxDeclined)),
      reason,
    }),
    z.strictObject({
      declined: z.array(id),
      refused: z.array(z.strictObject({ feedbackId: id, code: oneOf(refusalCodes) })),
    }),
  ),
  /** To whom the desk may hand a report over that accuses these units. */
  'feedback.listNextDesks': read(
    'member',
    z.strictObject({ feedbackId: id, accusedUnitIds }),
    z.strictObject({
      desks: z.array(z.strictObject({ to: nextDesk, name: z.string(), unitName: z.string() })),
    }),
  ),
  'feedback.handOverDesk': write(
    'member',
    z.strictObject({ feedbackId: id, to: nextDesk, accusedUnitIds, reason }),
    feedbackChanged,
  ),
  'feedback.correctAccused': write(
    'member',
    z.strictObject({ feedbackId: id, accusedUnitIds, reason }),
    feedbackChanged,
  ),
  'feedback.takeBack': write('member', z.strictObject({ feedbackId: id, reason }), feedbackChanged),
  'feedback.assign': write(
    'member',
    z.strictObject({ feedbackId: id, unitId: id }),
    feedbackChanged,
  ),
  /** 可能是同一件事的: open reports on this desk; with a number the one that has it. */
  'feedback.listMergeTargets': read(
    'member',
    z.strictObject({ feedbackId: id, number: z.optional(text(20)) }),
    z.strictObject({ items: z.array(mergeTarget) }),
  ),
  'feedback.merge': write(
    'member',
    z.strictObject({ feedbackId: id, intoId: id }),
    feedbackChanged,
  ),
} as const
