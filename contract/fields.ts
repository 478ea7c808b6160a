import { isIsoDay } from '@/domain/calendar/day'
import { phonePattern } from '@/domain/organization/phone'
import { maxReason } from './limits'
import * as z from './zod'

/** Field shapes that several actions share. */

/** As a person counts and as the form shows: a rare character beyond the basic plane is one. */
const isUpTo = (max: number) => (value: string) =>
  value.length <= max || (value.length <= 2 * max && [...value].length <= max)

/** At most so many characters. */
export const upTo = (max: number) => z.refine<string>(isUpTo(max))

const hasVisibleText = (value: string): boolean => value.trim().length > 0

/** Text that is not blank. */
export const text = (max: number) => z.string().check(upTo(max), z.refine(hasVisibleText))

export const id = z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^[\w.-]+$/))
export const isoDay = z.string().check(z.refine(isIsoDay))
export const instant = z.int().check(z.nonnegative())
export const count = z.int().check(z.nonnegative())
/** Counted no further than to 100, which stands for “more than 99”. */
export const countTo99 = z.int().check(z.nonnegative(), z.maximum(100))
export const regionCode = z.string().check(z.regex(/^\d{4}[0-9A-Z]{2}(\d{3}(\d{3})?)?$/))
/** +86 mobile or land line with area code; printed as typed. */
export const phone = z.string().check(z.regex(phonePattern))
export const cursor = z.string().check(z.maxLength(300))
/** A file's path in storage; phones that kept a write from before hold the platform's id. */
export const fileId = z.string().check(z.minLength(8), z.maxLength(400))
/** Lower-case hex SHA-256. */
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** Why something was decided, as others read it. */
export const reason = text(maxReason)
export const empty = z.strictObject({})

export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values)

/** A page of rows: `cursor` is null on the last page. */
export const page = <T extends z.ZodMiniType>(row: T) =>
  z.strictObject({ items: z.array(row), cursor: z.nullable(cursor) })

/**
 * A page of rows that may have been asked for by words: `partly` says that only a part of the list
 * was looked through and the cursor goes on from there, whatever was found.
 */
export const searchedPage = <T extends z.ZodMiniType>(row: T) =>
  z.strictObject({ items: z.array(row), cursor: z.nullable(cursor), partly: z.boolean() })

export const namedRef = z.strictObject({ id: z.string(), name: z.string() })
export const region = z.strictObject({ code: regionCode, name: z.string() })

/** Where to put one file: `PUT` the bytes to `url` with `headers`, then confirm by `fileId`. */
/** What the page with the camera says of its photo; the mark is the server's. */
export const shot = z.strictObject({
  takenAt: instant,
  /** What the phone takes for now, beside the server's own. */
  phoneNow: instant,
  place: z.nullable(
    z.strictObject({
      latitude: z.number().check(z.minimum(-90), z.maximum(90)),
      longitude: z.number().check(z.minimum(-180), z.maximum(180)),
      accuracy: z.number().check(z.minimum(0)),
    }),
  ),
})

/** 本程序相机所拍; null for any other photo: when and where cannot be told. */
export const cameraView = z.nullable(
  z.strictObject({ takenAt: instant, timeAgrees: z.boolean(), hasPlace: z.boolean() }),
)

export const uploadTarget = z.strictObject({
  fileId: z.string(),
  path: z.string(),
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
})

/** A private file with a link that lives minutes. */
export const photo = z.strictObject({ fileId: z.string(), url: z.string() })

/** Result of a state change: the new state and what this person may do next. */
export const changed = <S extends z.ZodMiniType, E extends z.ZodMiniType>(state: S, event: E) =>
  z.strictObject({ id, state, events: z.array(event) })
