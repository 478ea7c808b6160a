import { mostValues, settingNames } from '@/domain/operations/settings-rules'
import { read, write } from '../action'
import { count, empty, isoDay } from '../fields'
import * as z from '../zod'

const name = z.enum(settingNames)
const version = count
const items = z.array(z.strictObject({ name, values: z.array(z.int()) }))

/** 期限和提醒: the values that days are counted with, for the administrator of the city. */
export const settingsActions = {
  'identity.getSettings': read(
    'member',
    empty,
    z.strictObject({
      /** What counts today. */
      inForce: z.strictObject({ version, items }),
      /** What was set last, and from when it counts; null while it is ours. */
      latest: z.strictObject({ version, items, inForceFrom: z.nullable(isoDay) }),
      /** The last versions, the newest first: what each changed, who made it and when. */
      versions: z.array(
        z.strictObject({
          version,
          inForceFrom: isoDay,
          /** Null where nobody knows it any more. */
          madeBy: z.nullable(z.string()),
          madeOn: z.nullable(isoDay),
          changes: z.array(
            z.strictObject({ name, before: z.array(z.int()), after: z.array(z.int()) }),
          ),
        }),
      ),
      bounds: z.array(z.strictObject({ name, least: z.int(), most: z.int(), isList: z.boolean() })),
    }),
  ),
  /** The next version: it counts from tomorrow on, and moves no day that was counted before. */
  'identity.changeSettings': write(
    'member',
    z.strictObject({
      /** The latest that was read. */
      version,
      changes: z
        .array(
          z.strictObject({
            name,
            values: z
              .array(z.int().check(z.minimum(0), z.maximum(10_000)))
              .check(z.minLength(1), z.maxLength(mostValues)),
          }),
        )
        .check(z.minLength(1), z.maxLength(settingNames.length)),
    }),
    z.strictObject({ version, inForceFrom: isoDay }),
  ),
} as const
