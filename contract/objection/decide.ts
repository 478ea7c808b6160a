import { objectionGrounds, objectionStates } from '@/domain/objection/objection'
import { objectionEvents } from '@/domain/objection/workflow'
import { read, write } from '../action'
import { cursor, id, isoDay, oneOf, page, photo, text } from '../fields'
import { objectionChanged, objectionId, photoIds } from './fields'
import { rework } from '../task/close-out/rework'
import { maxReason } from '../limits'
import { maxObjectionSummary } from './limits'
import * as z from '../zod'

const reply = text(maxReason)

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

/** The office reads summaries, intake the words. */
export const decidingActions = {
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
    z.strictObject({
      ...objectionId,
      summary: text(maxObjectionSummary),
      clearedPhotoIds: photoIds,
    }),
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
