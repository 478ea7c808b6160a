import { objectionGrounds, objectionStates } from '@/domain/objection/objection'
import { read, write } from '../action'
import { fileId, id, isoDay, oneOf, phone, photo, sha256, upTo } from '../fields'
import { photoIds } from './fields'
import { maxObjectionWords } from './limits'
import * as z from '../zod'

/** Why a resident can or cannot object now, in one word. */
const objectingStates = [
  'open',
  'notResident', // acts for a body just now
  'ownCause', // works for an affected firm or a unit that does the work
  'closed',
] as const

/** 提出异议. */
export const lodgingActions = {
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
        words: z.string().check(upTo(maxObjectionWords)),
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
} as const
