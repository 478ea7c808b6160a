import { refusalCodes } from '@/domain/refusal'
import { acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { standards } from '@/domain/task/cycle'
import { reworkCauses } from '@/domain/task/verification'
import { taskEvents } from '@/domain/task/workflow'
import { count, id, isoDay, namedRef, oneOf } from '../../fields'
import { disputeView } from './dispute'
import * as z from '../../zod'

/** 入企检查 as the step had it; `on` is null where nobody went (未入企核查). */
const firmSeenView = z.strictObject({
  enterprise: namedRef,
  body: namedRef,
  on: z.nullable(isoDay),
  isOwnWork: z.boolean(),
  findings: z.array(
    z.strictObject({ measureId: id, inOrder: z.nullable(z.boolean()), words: z.string() }),
  ),
})

/** One step of the chain as it was taken. */
const checkView = z.strictObject({
  level: oneOf(acceptanceLevels),
  unit: z.nullable(namedRef),
  on: isoDay,
  /** The day on which they looked, where it arrived later. */
  seenOn: z.nullable(isoDay),
  passed: z.boolean(),
  /** Null where no standard is in dispute. */
  dispute: disputeView,
  words: z.string(),
  paperNumber: z.nullable(z.string()),
  checkers: z.array(
    z.strictObject({
      name: z.string(),
      unitName: z.string(),
      /** False of an expert without an account, who signed on the first one's phone. */
      hasAccount: z.boolean(),
      /** Null until the second one has confirmed. */
      confirmedOn: z.nullable(isoDay),
      /** By hand, on the first one's phone. */
      signed: z.boolean(),
    }),
  ),
  firms: z.array(firmSeenView),
  measures: z.array(
    z.strictObject({ measureId: id, inPlace: z.boolean(), words: z.string(), photos: count }),
  ),
})

/** `lastOn` is null while a year on the way has no published calendar: it waits for that. */
const noticeView = z.strictObject({ from: isoDay, lastOn: z.nullable(isoDay) })

const cycleView = z.strictObject({
  ordinal: count,
  selfCheck: z.nullable(
    z.strictObject({
      on: isoDay,
      words: z.record(oneOf(standards), z.string()),
      /** Null where the leader signed here. */
      signOffNumber: z.nullable(z.string()),
      papers: count,
      dispute: disputeView,
      /** 各单位负责人签: of each other unit for its share. */
      shares: z.array(
        z.strictObject({
          unit: namedRef,
          on: isoDay,
          signOffNumber: z.nullable(z.string()),
          papers: count,
        }),
      ),
    }),
  ),
  /** Before the request, where the round asks for it. */
  preNotice: z.nullable(noticeView),
  request: z.nullable(z.strictObject({ on: isoDay, reportNumber: z.string() })),
  checks: z.array(checkView),
  notice: z.nullable(noticeView),
  approval: z.nullable(z.strictObject({ on: isoDay, decisionNumber: z.string(), papers: count })),
  upper: z.nullable(
    z.strictObject({ on: isoDay, documentNumber: z.string(), remarks: z.string(), papers: count }),
  ),
  rechecks: z.array(
    z.strictObject({
      on: isoDay,
      relapsed: z.boolean(),
      words: z.string(),
      photos: count,
      keptClosed: z.nullable(z.string()),
    }),
  ),
  /** What began it; null for the first. */
  rework: z.nullable(
    z.strictObject({
      cause: oneOf(reworkCauses),
      on: isoDay,
      reason: z.string(),
      dueOn: isoDay,
      demands: z.array(z.strictObject({ unit: namedRef, words: z.string() })),
    }),
  ),
})

/** 办结: who accepts, and every course from self-check to close-out, the present one last. */
export const closeOutView = z.strictObject({
  chain: z.array(z.strictObject({ level: oneOf(acceptanceLevels), unit: z.nullable(namedRef) })),
  closingLevel: oneOf(closingLevels),
  cycles: z.array(cycleView),
  /** 备好的自查, of this cycle and for the unit that signs it; null for others and for none. */
  prepared: z.nullable(
    z.strictObject({
      on: isoDay,
      words: z.record(oneOf(standards), z.string()),
      dispute: disputeView,
      /** Something is otherwise since then. */
      lapsed: z.boolean(),
    }),
  ),
  /** What this person could do here but for one thing that is missing. */
  missing: z.array(z.strictObject({ event: oneOf(taskEvents), code: oneOf(refusalCodes) })),
})
