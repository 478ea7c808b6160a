import { batchStates } from '@/domain/import/batch'
import { maxExpected, maxRoundName } from '@/domain/import/round'
import { deadlineKinds } from '@/domain/task/deadline'
import {
  columnNames,
  rowFates,
  rowFaultCodes,
  tableNames,
} from '@/domain/organization/roster-rules'
import { taskCategories } from '@/domain/task/task'
import { read, write } from './action'
import {
  count,
  cursor,
  empty,
  fileId,
  id,
  instant,
  isoDay,
  oneOf,
  page,
  text,
  uploadTarget,
  upTo,
} from './fields'
import { personRow, regionRow, unitRow } from './organization-rows'
import { roundActions } from './rounds'
import * as z from './zod'

export const maxDocumentBytes = 20 * 1024 * 1024
/** 500 rows a table are some 60 KB. */
export const maxRosterBytes = 2 * 1024 * 1024
export const documentExtensions = ['.txt', '.docx', '.xlsx', '.pdf'] as const

/** A draft's place in its list; one that was split off stands between two whole numbers. */
const place = z.number().check(z.minimum(0))

const units = z.strictObject({
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  supporting: z.array(z.string()),
  supervising: z.array(z.string()),
  accepting: z.array(z.string()),
})
const deadline = z.strictObject({
  kinds: z.array(oneOf(deadlineKinds)),
  dates: z.array(isoDay),
  text: z.string(),
})

const unsureField = z.strictObject({
  /** Path of the field, e.g. `deadline` or `measures[0].deadline`. */
  field: z.string(),
  reason: z.string(),
  /** Proposed readings, the likeliest first. */
  proposed: z.array(z.string()),
  /** What was decided; null while open. `''` leaves the field empty on purpose. */
  decided: z.nullable(z.string()),
})

/** One task as read, with the decisions taken so far. */
const draftView = z.strictObject({
  batchId: id,
  index: place,
  number: z.string(),
  upperNumber: z.string(),
  parentNumber: z.string(),
  title: z.string(),
  problem: z.string(),
  category: oneOf(taskCategories),
  goals: z.array(z.string()),
  units,
  deadline,
  measures: z.array(z.strictObject({ text: z.string(), units, deadline })),
  progressText: z.string(),
  /** The part of the source that this task was read from, untouched. */
  source: z.strictObject({ text: z.string(), from: count, to: count }),
  /** `[start, end)` offsets into the whole text, by path. */
  spans: z.record(z.string(), z.tuple([count, count])),
  /** Words of the source that belong to no value. */
  unread: z.array(z.tuple([count, count])),
  /** The task that an earlier list of the round brought in, and what this one prints otherwise. */
  known: z.nullable(
    z.strictObject({
      taskId: id,
      changes: z.array(
        z.strictObject({ field: z.string(), before: z.string(), after: z.string() }),
      ),
    }),
  ),
  unsure: z.array(unsureField),
  faults: z.array(z.string()),
  /** Printed names that are no unit here: they stay as text until somebody adds the unit. */
  unknownUnits: z.array(z.string()),
  /** Printed names that stand for many units (各县市区…): split before assignment. */
  collectiveUnits: z.array(z.string()),
  confirmed: z.boolean(),
  taskId: z.nullable(id),
})

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

/** What the reviewer may change by hand; absent fields stay as read. */
const draftChange = z.strictObject({
  number: z.optional(z.string().check(upTo(40))),
  title: z.optional(text(200)),
  problem: z.optional(text(5000)),
  category: z.optional(oneOf(taskCategories)),
  goals: z.optional(z.array(text(1000)).check(z.maxLength(30))),
  lead: z.optional(z.array(text(60)).check(z.maxLength(5))),
  responsible: z.optional(z.array(text(60)).check(z.maxLength(40))),
  deadlineText: z.optional(z.string().check(upTo(200))),
  deadlineDates: z.optional(z.array(isoDay).check(z.maxLength(12))),
})

/** What a workbook of regions, units and people would change; nothing is written by reading it. */
const organizationPreview = z.strictObject({
  regions: z.array(regionRow),
  units: z.array(unitRow),
  people: z.array(personRow),
  lines: z.array(
    z.strictObject({
      table: oneOf(tableNames),
      /** As Excel numbers it. */
      row: count,
      name: z.string(),
      fate: oneOf(rowFates),
      faults: z.array(
        z.strictObject({ column: z.nullable(oneOf(columnNames)), code: oneOf(rowFaultCodes) }),
      ),
    }),
  ),
})

export const documentsActions = {
  ...roundActions,
  'documents.prepareUpload': write(
    'member',
    z.strictObject({ fileName: text(120), size: z.int().check(z.minimum(1)) }),
    z.strictObject({ target: uploadTarget }),
  ),
  /** 行政区划、单位、人员: the workbook that was uploaded, row by row, beside what stands. */
  'documents.readOrganization': read('member', z.strictObject({ fileId }), organizationPreview),
  /** The empty workbook, by a link that lives minutes. */
  'documents.takeOrganizationTemplate': read('member', empty, z.strictObject({ url: z.string() })),
  /** Reads the uploaded list into drafts that only the importing office sees. */
  'documents.startImport': write(
    'member',
    z.strictObject({
      fileId,
      fileName: text(120),
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
  'documents.getDraft': read('member', z.strictObject({ batchId: id, index: place }), draftView),
  /** Decides unsure fields (value, or `''` to leave empty) and changes fields by hand. */
  'documents.editDraft': write(
    'member',
    z.strictObject({
      batchId: id,
      index: place,
      decisions: z
        .array(z.strictObject({ field: text(80), value: z.string().check(upTo(500)) }))
        .check(z.maxLength(60)),
      change: draftChange,
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
  /** Makes draft tasks of the confirmed drafts, some per call, until none is left. */
  'documents.commitBatch': write('member', z.strictObject({ batchId: id }), batchView),
  'documents.discardBatch': write('member', z.strictObject({ batchId: id }), batchView),
} as const
