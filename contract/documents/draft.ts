import { taskCategories } from '@/domain/task/task'
import { read, write } from '../action'
import { draftView, place } from './draft-views'
import { count, id, isoDay, oneOf, text, upTo } from '../fields'
import {
  maxDecided,
  maxDraftDeadline,
  maxDraftNumber,
  maxDraftProblem,
  maxDraftTitle,
} from './limits'
import * as z from '../zod'

/** What the reviewer may change by hand; absent fields stay as read. */
const draftChange = z.strictObject({
  number: z.optional(z.string().check(upTo(maxDraftNumber))),
  title: z.optional(text(maxDraftTitle)),
  problem: z.optional(text(maxDraftProblem)),
  category: z.optional(oneOf(taskCategories)),
  goals: z.optional(z.array(text(1000)).check(z.maxLength(30))),
  lead: z.optional(z.array(text(60)).check(z.maxLength(5))),
  responsible: z.optional(z.array(text(60)).check(z.maxLength(40))),
  deadlineText: z.optional(z.string().check(upTo(maxDraftDeadline))),
  deadlineDates: z.optional(z.array(isoDay).check(z.maxLength(12))),
})

/** The review of what was read, task by task. */
export const draftActions = {
  'documents.getDraft': read('member', z.strictObject({ batchId: id, index: place }), draftView),
  /** Decides unsure fields (value, or `''` to leave empty) and changes fields by hand. */
  'documents.editDraft': write(
    'member',
    z.strictObject({
      batchId: id,
      index: place,
      decisions: z
        .array(z.strictObject({ field: text(80), value: z.string().check(upTo(maxDecided)) }))
        .check(z.maxLength(60)),
      change: draftChange,
      /** Which unit a printed name means: remembered for this list and all that come. */
      named: z.optional(
        z.array(z.strictObject({ printed: text(60), unitId: id })).check(z.maxLength(20)),
      ),
    }),
    draftView,
  ),
  /** Refused while an unsure field is open. */
  'documents.confirmDraft': write(
    'member',
    z.strictObject({ batchId: id, index: place }),
    draftView,
  ),
  /** Makes one draft of this one and the next: one task that was read as two. */
  'documents.mergeDrafts': write(
    'member',
    z.strictObject({ batchId: id, index: place }),
    draftView,
  ),
  /** Parts a draft at a place of its source: two tasks that were read as one. */
  'documents.splitDraft': write(
    'member',
    z.strictObject({ batchId: id, index: place, at: count }),
    draftView,
  ),
} as const
