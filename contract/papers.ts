import { read } from './action'
import { count, id, instant, sha256 } from './fields'
import * as z from './zod'

/** Of the chain in one answer; `after` goes on from there. */
export const chainPage = 200

const chainEvent = z.strictObject({
  seq: count,
  event: z.string(),
  at: instant,
  by: z.nullable(z.string()),
  unitId: z.nullable(id),
  sealed: sha256,
  prevHash: sha256,
  hash: sha256,
  changes: z.optional(z.record(z.string(), z.unknown())),
  salt: z.optional(z.string()),
})

/** 存证链、卷宗. Actions of the function `papers`. */
export const papersActions = {
  /** What is handed to anybody: no person, no note; see `domain/audit/chain-file.ts`. */
  'papers.exportChain': read(
    'member',
    z.strictObject({ taskId: id, after: count }),
    z.strictObject({
      number: z.string(),
      head: sha256,
      /** How many events the whole chain has. */
      length: count,
      events: z.array(chainEvent),
    }),
  ),
} as const
