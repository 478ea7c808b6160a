import { write } from '../action'
import { id, isoDay, text } from '../fields'
import { taskChanged } from './changed'
import { maxSourceLine } from './limits'
import * as z from '../zod'

const place = z
  .string()
  .check(z.regex(/^(number|problem|(goal|measure)\.\d{1,3}|due(\.\d{1,3})?)$/))

/** What may be corrected by the caller just now: each place, what stands there, and of a date the day. */
export const correctable = z.array(
  z.strictObject({ place, words: z.string(), on: z.nullable(isoDay) }),
)

export const correctionActions = {
  /** 改正误读 of one place, by the line of the list: `correctablePlaces`. */
  'task.correctText': write(
    'member',
    z
      .strictObject({
        taskId: id,
        place,
        text: text(4000),
        /** For a date: the day that it means. */
        on: z.nullable(isoDay),
        sourceLine: text(maxSourceLine),
      })
      .check(
        z.refine(
          ({ place: at, text: words }) => at !== 'number' || Array.from(words).length <= 40,
          {
            path: ['text'],
          },
        ),
      ),
    taskChanged,
  ),
} as const
