import { objectionGrounds, objectionStates } from '@/domain/objection/objection'
import { objectionEvents } from '@/domain/objection/workflow'
import { read, write } from './action'
import {
  changed,
  cursor,
  fileId,
  id,
  isoDay,
  oneOf,
  page,
  phone,
  photo,
  sha256,
  text,
  upTo,
} from './fields'
import { rework } from './task-close-out'
import * as z from './zod'

const maxWords = 1000
const maxPhotos = 9

const objectionChanged = changed(oneOf(objectionStates), oneOf(objectionEvents))
const objectionId = { objectionId: id }
const photoIds = z.array(fileId).check(z.maxLength(maxPhotos))
const reply = text(500)

/** Why a resident can or cannot object now, in one word. */
const objectingStates = [
  'open',
  'notResident', // acts for a body just now
  'ownCause', // works for an affected firm or a unit that does the work
  'closed',
] as const

/** What the office reads: never who objected, in which words. */
const objectionRow = z.strictObject({
  id,
  taskId: id,
  number: z.string(),
  title: z.string(),
  state: oneOf(objectionStates),
  ground: oneOf(objectionGrounds),
  summary: z.nullable(z.string()),
  lodgedOn: isoDay,
  /** Of the decision that is owed next. */
  dueOn: isoDay,
  dueProvisional: z.boolean(),
  decidedOn: z.nullable(isoDay),
  events: z.array(oneOf(objectionEvents)),
})

/** 公示异议. Actions of the function `feedback`: one that comes too late becomes a report. */
export const objectionActions = {
  /**
   * 提出异议. The server's receipt decides, to the end of the notice's last day: what comes later, or
   * without contact, becomes a report on the task, and the answer says so.
   */
  'feedback.lodgeObjection': write(
    'person',
    z
      .strictObject({
        taskId: id,
        ground: oneOf(objectionGrounds),
        words: z.string().check(upTo(maxWords)),
        photoIds,
        voiceId: z.nullable(fileId),
        contactPhone: z.nullable(phone),
        /** SHA-256 of the lookup code made on the phone, for the report it may become. */
        lookupHash: sha256,
      })
      .check(
        z.refine(({ words, voiceId }) => words.trim() !== '' || voiceId !== null, {
          path: ['words'],
        }),
      ),
    z.strictObject({
      /** Null where it became a report. */
      objection: z.nullable(
        z.strictObject({
          id,
          state: oneOf(objectionStates),
          dueOn: isoDay,
          dueProvisional: z.boolean(),
        }),
      ),
      report: z.nullable(
        z.strictObject({
          id,
          number: z.string(),
          admitDueOn: isoDay,
          why: oneOf(['late', 'noContact']),
        }),
      ),
    }),
  ),
  /** The form and what became of the caller's own objection: on one task, or as a message names it. */
  'feedback.getOwnObjection': read(
    'anyone',
    z.strictObject({ taskId: z.optional(id), objectionId: z.optional(id) }).check(
      z.refine(
        ({ taskId, objectionId }) => (taskId === undefined) !== (objectionId === undefined),
        {
          path: ['taskId'],
        },
      ),
    ),
    z.strictObject({
      taskId: id,
      title: z.string(),
      objecting: oneOf(objectingStates),
      mine: z.nullable(
        z.strictObject({
          state: oneOf(objectionStates),
          ground: oneOf(objectionGrounds),
          words: z.string(),
          contactPhone: z.string(),
          photos: z.array(photo),
          lodgedOn: isoDay,
          dueOn: isoDay,
          dueProvisional: z.boolean(),
          decidedOn: z.nullable(isoDay),
          reply: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  /** Those of the region of the role acted as: open ones by the day due, ended ones the last first. */
  'feedback.listObjections': read(
    'member',
    z.strictObject({ open: z.boolean(), cursor: z.optional(cursor) }),
    page(objectionRow),
  ),
  'feedback.getObjection': read(
    'member',
    z.strictObject(objectionId),
    z.strictObject({
      ...objectionRow.shape,
      /** Those that intake has cleared. */
      photos: z.array(photo),
      reply: z.nullable(z.string()),
    }),
  ),
  /** Intake reads contact and original words. Each look stands in the objection's chain. */
  'feedback.openObjection': write(
    'member',
    z.strictObject(objectionId),
    z.strictObject({
      words: z.string(),
      contactPhone: z.string(),
      photos: z.array(photo),
      voice: z.nullable(photo),
      contentFlag: z.nullable(z.string()),
    }),
  ),
  'feedback.summarizeObjection': write(
    'member',
    z.strictObject({ ...objectionId, summary: text(500), clearedPhotoIds: photoIds }),
    objectionChanged,
  ),
  'feedback.admitObjection': write('member', z.strictObject(objectionId), objectionChanged),
  'feedback.dismissObjection': write(
    'member',
    z.strictObject({ ...objectionId, reply }),
    objectionChanged,
  ),
  'feedback.rejectObjection': write(
    'member',
    z.strictObject({ ...objectionId, reply }),
    objectionChanged,
  ),
  /** The reason goes to the units, and as the reply to whoever objected. */
  'feedback.upholdObjection': write(
    'member',
    z.strictObject({ ...objectionId, ...rework.shape }),
    objectionChanged,
  ),
} as const
