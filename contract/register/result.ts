import { unitRoles } from '@/domain/organization/unit'
import { acceptanceLevels } from '@/domain/task/acceptance'
import { count, isoDay, oneOf } from '../fields'
import * as z from '../zod'

export const publicUnits = z.array(
  z.strictObject({ role: oneOf(unitRoles), name: z.string(), phone: z.nullable(z.string()) }),
)

/** The drawn days of a notice, in whole weeks. */
export const noticeDays = z.array(
  z.strictObject({
    on: isoDay,
    worked: z.boolean(),
    /** Which working day of the notice it is; null for a day that does not count. */
    nth: z.nullable(count),
  }),
)

/** Who checked is a number: no person. */
export const villagesSaid = z.strictObject({
  words: z.string(),
  /** Null where so few spoke that a number would tell who. */
  counts: z.nullable(z.strictObject({ satisfied: count, half: count, unsatisfied: count })),
})

/** 整改前后, of one measure as far as that is public; no day where none is known. */
export const shownPair = z.strictObject({
  text: z.string(),
  beforeOn: z.nullable(isoDay),
  afterOn: z.nullable(isoDay),
  /** Links that live minutes. */
  beforeUrl: z.string(),
  afterUrl: z.string(),
})

export const resultView = z.strictObject({
  completedOn: isoDay,
  done: z.array(z.strictObject({ text: z.string(), on: isoDay, words: z.string() })),
  checks: z.array(
    z.strictObject({
      level: oneOf(acceptanceLevels),
      unitName: z.string(),
      checkers: count,
      on: isoDay,
    }),
  ),
  /** What the villages said, as its summary was released before the notice; null where none was. */
  villages: z.nullable(villagesSaid),
})
