import { alarmKinds } from '@/domain/operations/watch'
import { read } from '../action'
import { count, empty, instant, isoDay, oneOf } from '../fields'
import * as z from '../zod'

/** 系统运行. */
export const watchActions = {
  /** 系统运行: counts and alarms for the administrator; names codes, never a person or a thing. */
  'identity.getWatch': read(
    'member',
    empty,
    z.strictObject({
      alarms: z.array(
        z.strictObject({
          kind: oneOf(alarmKinds),
          about: z.nullable(z.string()),
          lastAt: z.nullable(instant),
        }),
      ),
      timers: z.array(
        z.strictObject({
          functionName: z.string(),
          everyMinutes: count,
          lastAt: z.nullable(instant),
          isLate: z.boolean(),
        }),
      ),
      /** Notices that no message was made of yet; each count ends at `mostWaiting`. */
      outbox: count,
      /** Messages not sent yet, and those of them that could have been for an hour. */
      messages: z.strictObject({ pending: count, stuck: count }),
      /** Of the last seven days, newest first. Sends by WeChat's code; `0` is a consent spent. */
      sends: z.array(z.strictObject({ on: isoDay, code: z.string(), template: z.string(), count })),
      errors: z.array(
        z.strictObject({ on: isoDay, functionName: z.string(), code: z.string(), count }),
      ),
      /** Bytes in files, as measured last; null before the first time. */
      storedBytes: z.nullable(count),
    }),
  ),
} as const
