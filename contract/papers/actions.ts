import { evidenceOrigins } from '@/domain/papers/evidence'
import { evidenceUses } from '@/domain/task/case-evidence'
import { taskStates } from '@/domain/task/task'
import { caseFileStates, takenPapers } from '@/domain/papers/case-file'
import { read, repeatable } from '../action'
import { count, id, instant, isoDay, oneOf, sha256, text } from '../fields'
import * as z from '../zod'

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
  /** 一案一档: what the file of this case holds, and how far its making is. */
  'papers.getCaseFile': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      number: z.string(),
      title: z.string(),
      state: oneOf(taskStates),
      evidence: z.array(
        z.strictObject({
          no: z.string(),
          name: z.string(),
          part: z.string(),
          use: oneOf(evidenceUses),
          origin: oneOf(evidenceOrigins),
          on: isoDay,
          size: count,
          sha256: z.string(),
          secret: z.boolean(),
          former: z.boolean(),
        }),
      ),
      /** Papers of which only the number is known here. */
      numbered: z.array(
        z.strictObject({ number: z.string(), part: z.string(), on: isoDay, former: z.boolean() }),
      ),
      file: z.strictObject({
        state: oneOf(caseFileStates),
        /** Bytes packed, and of all. */
        done: count,
        total: count,
        madeOn: z.nullable(isoDay),
        /** Numbers of evidence that is not what was handed in, or not there any more. */
        differing: z.array(z.string()),
        missing: z.array(z.string()),
      }),
      /** There is a released text to print a notice of. */
      hasNotice: z.boolean(),
    }),
  ),
  /** Packs everything; answers when it is done. Whoever asks meanwhile reads how far it is. */
  'papers.makeCaseFile': repeatable(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({ state: oneOf(caseFileStates) }),
  ),
  /** A link that lives minutes; who took the whole file stands beside it. */
  'papers.takePaper': repeatable(
    'member',
    z.strictObject({ taskId: id, paper: oneOf(takenPapers) }),
    z.strictObject({ url: text(4000) }),
  ),
} as const
