import { id, isoDay, reason, text } from '../../fields'
import { maxDemand, maxMeasures } from '../limits'
import * as z from '../../zod'

/** What has to be done again, by whom, until when. */
export const rework = z.strictObject({
  on: isoDay,
  reason,
  demands: z
    .array(
      z.strictObject({
        unitId: id,
        words: text(maxDemand),
        measureIds: z.array(id).check(z.maxLength(maxMeasures)),
      }),
    )
    .check(z.minLength(1), z.maxLength(30)),
})
