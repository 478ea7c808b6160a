import { extensionStates } from '@/domain/task/extension'
import { extensionEvents } from '@/domain/task/extension-workflow'
import { signKinds } from '@/domain/signs/signs'
import { partKinds } from '@/domain/task/part'
import { partEvents } from '@/domain/task/part-workflow'
import { eventsOfTask } from '@/domain/task/events'
import { taskStates } from '@/domain/task/task'
import { evidenceTypes } from '@/domain/file/kinds'
import { read, repeatable, write } from './action'
import {
  changed,
  count,
  fileId,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  sha256,
  text,
  uploadTarget,
} from './fields'
import * as z from './zod'

/** Names a part within its task: ids of measure, unit and milestone in it. */
const partId = text(200)

/** 报完成: a part of the task with what was said of it. */
export const partView = z.strictObject({
  id: partId,
  kind: oneOf(partKinds),
  unit: namedRef,
  /** Null for a stage of the whole. */
  measureId: z.nullable(id),
  text: z.string(),
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  doneOn: z.nullable(isoDay),
  /** Null while open, and where a milestone went with its measure. */
  report: z.nullable(
    z.strictObject({
      on: isoDay,
      reportedOn: isoDay,
      words: z.string(),
      paperNumber: z.nullable(z.string()),
      photos: count,
      files: count,
      /** 交办前已完成. */
      beforeAssignment: z.boolean(),
      /** The lead recorded that this unit has no part in the measure. */
      noPart: z.boolean(),
    }),
  ),
  events: z.array(oneOf(partEvents)),
})

/** 延期, with everything that became of the request. */
export const extensionView = z.strictObject({
  id,
  state: oneOf(extensionStates),
  unit: namedRef,
  /** Words of the part whose day is to move; null for the whole task. */
  partText: z.nullable(z.string()),
  askedOn: isoDay,
  from: isoDay,
  to: isoDay,
  reason: z.string(),
  plan: z.string(),
  decideDueOn: isoDay,
  /** 暂定. */
  decideDueProvisional: z.boolean(),
  decidedOn: z.nullable(isoDay),
  decisionNumber: z.nullable(z.string()),
  refusedReason: z.nullable(z.string()),
  daysOver: count,
  events: z.array(oneOf(extensionEvents)),
})

/** Which deadline is to move. */
const extensionPart = z.union([
  z.strictObject({ kind: z.literal('task') }),
  z.strictObject({ kind: z.literal('measure'), measureId: id }),
  z.strictObject({ kind: z.literal('stage'), measureId: z.nullable(id), index: count }),
])

/** Of what this unit may ask for a later day. */
export const extendableView = z.strictObject({
  part: extensionPart,
  text: z.nullable(z.string()),
  from: isoDay,
})

/** 佐证: a photo or a paper that proves a part done, or proved it until it was taken back. */
const evidenceView = z.strictObject({
  fileId: z.string(),
  use: oneOf(['before', 'after', 'paper']),
  name: z.string(),
  type: oneOf(evidenceTypes),
  size: count,
  sha256,
  /** When the server took it. */
  at: instant,
  /** 商业秘密. */
  secret: z.boolean(),
  /** Null where this reader is not to see a firm's secret. */
  url: z.nullable(z.string()),
  /** It belongs to a report that was taken back, returned or opened again. */
  former: z.boolean(),
})

const maxEvidencePhotos = 9
const maxEvidenceFiles = 9
/** A visit on site has a photo of each measure and a signature. */
const maxAnnounced = 101

const evidenceIds = (max: number) => z.optional(z.array(fileId).check(z.maxLength(max)))

const taskChanged = changed(oneOf(taskStates), oneOf(eventsOfTask))
const reason = text(500)
const onPart = { taskId: id, partId }

export const taskPartActions = {
  'task.reportDone': write(
    'member',
    z.strictObject({
      ...onPart,
      on: isoDay,
      words: text(500),
      paperNumber: z.nullable(text(60)),
      /** 整改前, the first beside the first of `photoIds`. */
      beforeIds: evidenceIds(maxEvidencePhotos),
      photoIds: evidenceIds(maxEvidencePhotos),
      fileIds: evidenceIds(maxEvidenceFiles),
      /** Papers with a firm's trade secret. */
      secretFileIds: evidenceIds(maxEvidenceFiles),
    }),
    taskChanged,
  ),
  /** Where to put evidence for this task; it serves no other. */
  'task.prepareUpload': repeatable(
    'member',
    z.strictObject({
      taskId: id,
      files: z
        .array(z.strictObject({ fileName: text(120), size: z.int().check(z.minimum(1)) }))
        .check(z.minLength(1), z.maxLength(maxAnnounced)),
    }),
    z.strictObject({ targets: z.array(uploadTarget) }),
  ),
  'task.confirmUpload': repeatable(
    'member',
    z.strictObject({ taskId: id, fileId }),
    z.strictObject({ fileId: z.string() }),
  ),
  'task.listEvidence': read(
    'member',
    z.strictObject({ taskId: id, partId }),
    z.strictObject({ items: z.array(evidenceView) }),
  ),
  /** 苗头: questions for who checks the work, never a verdict. */
  'task.listSigns': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          kind: oneOf(signKinds),
          unit: namedRef,
          parts: z.array(z.string()),
          /** Tasks in which the same photo stands, of those that this reader may open. */
          elsewhere: z.array(z.strictObject({ id, number: z.string(), title: z.string() })),
        }),
      ),
      /** Photos of which it cannot be told whether they were used before. */
      unjudged: count,
    }),
  ),
  'task.undoDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.returnDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.recordNoPart': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.extend': write(
    'member',
    z.strictObject({ taskId: id, part: extensionPart, to: isoDay, reason, plan: text(1000) }),
    taskChanged,
  ),
  'task.endorseExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.grantExtension': write(
    'member',
    z.strictObject({ taskId: id, decisionNumber: text(60) }),
    taskChanged,
  ),
  'task.refuseExtension': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.withdrawExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
