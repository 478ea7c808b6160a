import { batchStates } from '@/domain/import/batch'
import { maxExpected, maxRoundName } from '@/domain/import/round'
import { read, repeatable, write } from '../action'
import { place } from './draft-views'
import { count, cursor, fileId, id, instant, page, text, uploadTarget } from '../fields'
import { maxFileName } from '../limits'
import * as z from '../zod'

const batchView = z.strictObject({
  id,
  fileName: z.string(),
  roundName: z.string(),
  state: z.enum(batchStates),
  at: instant,
  drafts: count,
  /** As the office said; null when it did not. */
  expected: z.nullable(count),
  /** Percent of the letters that were read into a value or are known to be no task's; null when nobody counted. */
  covered: z.nullable(count),
  /** Words that lie in no task, each by its beginning. */
  unread: z.array(z.string()),
  compared: z.nullable(
    z.strictObject({
      fileName: z.string(),
      added: count,
      changed: count,
      same: count,
      gone: z.array(z.string()),
    }),
  ),
  confirmed: count,
  committed: count,
  unsure: count,
  faults: z.array(z.string()),
})

const draftRow = z.strictObject({
  index: place,
  number: z.string(),
  title: z.string(),
  /** Unsure fields still open. */
  open: count,
  confirmed: z.boolean(),
  taskId: z.nullable(id),
  /** Against the round's last list; null when this is its first. */
  change: z.nullable(z.enum(['added', 'changed', 'same'])),
})

/** A list from its file to its tasks. */
export const batchActions = {
  'documents.prepareUpload': repeatable(
    'member',
    z.strictObject({ fileName: text(maxFileName), size: z.int().check(z.minimum(1)) }),
    z.strictObject({ target: uploadTarget }),
  ),
  /** Reads the uploaded list into drafts that only the importing office sees. */
  'documents.startImport': write(
    'member',
    z.strictObject({
      fileId,
      fileName: text(maxFileName),
      roundName: text(maxRoundName),
      expected: z.optional(z.int().check(z.minimum(1), z.maximum(maxExpected))),
    }),
    batchView,
  ),
  'documents.listBatches': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(batchView),
  ),
  'documents.getBatch': read(
    'member',
    z.strictObject({ batchId: id, cursor: z.optional(cursor) }),
    z.strictObject({ batch: batchView, items: z.array(draftRow), cursor: z.nullable(cursor) }),
  ),
  /** Makes draft tasks of the confirmed drafts, some per call, until none is left. */
  'documents.commitBatch': write('member', z.strictObject({ batchId: id }), batchView),
  'documents.discardBatch': write('member', z.strictObject({ batchId: id }), batchView),
} as const
