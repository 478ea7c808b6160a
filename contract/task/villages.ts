import { write } from '../action'
import { fileId, id, isoDay, regionCode, text } from '../fields'
import { taskChanged } from './changed'
import { maxAttached, maxPerson } from '../limits'
import { maxMet, maxSaid } from './limits'
import * as z from '../zod'

/** 请村里说看法: who is asked, and what two visitors heard. Actions of the function `task`. */
export const taskVillageActions = {
  /** Every affected village that was not asked yet in this cycle. */
  'task.askVillage': write('member', z.strictObject({ taskId: id }), taskChanged),
  /** Where branch and committee were silent past their day: two persons not of the unit go there. */
  'task.visitVillage': write(
    'member',
    z.strictObject({
      taskId: id,
      villageCode: regionCode,
      on: isoDay,
      /** The second visitor. */
      companion: text(maxPerson),
      met: text(maxMet),
      said: text(maxSaid),
      minutesIds: z.array(fileId).check(z.minLength(1), z.maxLength(maxAttached)),
    }),
    taskChanged,
  ),
} as const
