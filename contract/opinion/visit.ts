import { opinionStates } from '@/domain/opinion/opinion'
import { satisfactions } from '@/domain/opinion/satisfaction'
import { opinionEvents } from '@/domain/opinion/workflow'
import { read, write } from '../action'
import { changed, id, isoDay, oneOf, photo, text } from '../fields'
import { maxHeard } from './limits'
import * as z from '../zod'

const opinionId = z.strictObject({ opinionId: id })

export const residentVisitActions = {
  /** 上门听村民说, before anybody is named: the matter, and until when. */
  'opinion.getVisit': read(
    'member',
    opinionId,
    z.strictObject({
      taskId: id,
      number: z.string(),
      title: z.string(),
      dueOn: isoDay,
      dueProvisional: z.boolean(),
      madeOn: z.nullable(isoDay),
      events: z.array(oneOf(opinionEvents)),
    }),
  ),
  /** Whom to call on; the look stands in the opinion's chain. */
  'opinion.openVisit': write(
    'member',
    opinionId,
    z.strictObject({
      villageName: z.string(),
      satisfaction: oneOf(satisfactions),
      words: z.string(),
      recording: z.nullable(photo),
      phone: z.string(),
    }),
  ),
  'opinion.recordVisit': write(
    'member',
    z.strictObject({ opinionId: id, on: isoDay, heard: text(maxHeard) }),
    changed(oneOf(opinionStates), oneOf(opinionEvents)),
  ),
} as const
