import { refusalCodes } from '@/domain/refusal'
import { standards } from '@/domain/task/cycle'
import { acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { eventsOfTask } from '@/domain/task/events'
import { taskStates } from '@/domain/task/task'
import { taskEvents } from '@/domain/task/workflow'
import { reworkCauses } from '@/domain/task/verification'
import { read, write } from './action'
import {
  changed,
  count,
  fileId,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  sha256,
  text,
  upTo,
} from './fields'
import * as z from './zod'

const taskChanged = changed(oneOf(taskStates), oneOf(eventsOfTask))
const paperNumber = text(60)
const maxPhotosOfMeasure = 3

const reason = text(500)

/**
 * Who looked beside the caller: a colleague with an account, or somebody by name and unit; with
 * what they signed by hand on the caller's phone.
 */
const otherChecker = z.union([
  z.strictObject({ membershipId: id, signatureId: z.optional(z.nullable(fileId)) }),
  z.strictObject({
    name: text(20),
    unitName: text(60),
    signatureId: z.optional(z.nullable(fileId)),
  }),
])

/** 标准有争议: which standard, and who fixes it. */
const dispute = z.strictObject({ standard: text(300), fixedBy: text(60) })

/** What has to be done again, by whom, until when. */
export const rework = z.strictObject({
  on: isoDay,
  reason,
  demands: z
    .array(
      z.strictObject({
        unitId: id,
        words: text(300),
        measureIds: z.array(id).check(z.maxLength(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(30)),
})

/** A word on each of the five standards. */
const standardWords = z.record(oneOf(standards), text(300))

/** One step of the chain as it was taken. */
const checkView = z.strictObject({
  level: oneOf(acceptanceLevels),
  unit: z.nullable(namedRef),
  on: isoDay,
  /** The day on which they looked, where it arrived later. */
  seenOn: z.nullable(isoDay),
  passed: z.boolean(),
  /** Null where no standard is in dispute. */
  dispute: z.nullable(z.strictObject({ standard: z.string(), fixedBy: z.string() })),
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
    }),
  ),
  /** Before the request, where the round asks for it. */
  preNotice: z.nullable(noticeView),
  request: z.nullable(z.strictObject({ on: isoDay, reportNumber: z.string() })),
  checks: z.array(checkView),
  notice: z.nullable(noticeView),
  approval: z.nullable(z.strictObject({ on: isoDay, decisionNumber: z.string() })),
  upper: z.nullable(
    z.strictObject({ on: isoDay, documentNumber: z.string(), remarks: z.string() }),
  ),
  rechecks: z.array(
    z.strictObject({
      on: isoDay,
      relapsed: z.boolean(),
      words: z.string(),
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
  /** What this person could do here but for one thing that is missing. */
  missing: z.array(z.strictObject({ event: oneOf(taskEvents), code: oneOf(refusalCodes) })),
})

export const taskCloseOutActions = {
  /** 定验收链: who accepts, from below upwards; the province has no unit here. */
  'task.changeChain': write(
    'member',
    z.strictObject({
      taskId: id,
      chain: z
        .array(z.strictObject({ level: oneOf(acceptanceLevels), unitId: z.nullable(id) }))
        .check(z.minLength(1), z.maxLength(acceptanceLevels.length)),
      closingLevel: oneOf(closingLevels),
    }),
    taskChanged,
  ),
  'task.selfCheck': write(
    'member',
    z.strictObject({
      taskId: id,
      standards: standardWords,
      /** The paper that the leader signed; null where the leader does it here. */
      signOffNumber: z.nullable(paperNumber),
    }),
    taskChanged,
  ),
  'task.requestCloseOut': write(
    'member',
    z.strictObject({ taskId: id, reportNumber: paperNumber }),
    taskChanged,
  ),
  /** Colleagues who may be named beside the caller: independent, with an account. */
  'task.listCheckers': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      items: z.array(z.strictObject({ membershipId: id, name: z.string(), unit: namedRef })),
    }),
  ),
  /** 验收一级: passed, or with what has to be done again. */
  'task.verify': write(
    'member',
    z.strictObject({
      taskId: id,
      /** The step that was looked at: another one may have its turn by now. */
      level: oneOf(acceptanceLevels),
      /** The cycle it was looked at in: what was seen in an earlier one counts for nothing. */
      cycle: z.optional(count),
      /** The day on which they looked, where it is sent later. */
      seenOn: z.optional(isoDay),
      dispute: z.optional(z.nullable(dispute)),
      others: z.array(otherChecker).check(z.minLength(1), z.maxLength(6)),
      measures: z
        .array(
          z.strictObject({
            measureId: id,
            inPlace: z.boolean(),
            words: z.string().check(upTo(300)),
            photoIds: z.optional(z.array(fileId).check(z.maxLength(maxPhotosOfMeasure))),
          }),
        )
        .check(z.maxLength(100)),
      words: text(500),
      /** Of the upper level's paper, where its step is recorded. */
      paperNumber: z.nullable(paperNumber),
      rework: z.nullable(rework),
    }),
    taskChanged,
  ),
  /** What was photographed and signed at a step, with links that live minutes. */
  'task.listCheckFiles': read(
    'member',
    z.strictObject({ taskId: id, cycle: count, level: oneOf(acceptanceLevels) }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          fileId: z.string(),
          /** Null for a signature. */
          measureId: z.nullable(id),
          sha256,
          /** When the server took it. */
          at: instant,
          url: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  'task.confirmCheck': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.denyCheck': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.returnForRework': write(
    'member',
    z.strictObject({ taskId: id, ...rework.shape }),
    taskChanged,
  ),
  /** 验收前公示 where the round asks for it: the released text, from today on. */
  'task.noticeFirst': write('member', z.strictObject({ taskId: id }), taskChanged),
  /** 公示: the released text, from today on, for the working days that the settings say. */
  'task.publishNotice': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.approveCloseOut': write(
    'member',
    z.strictObject({ taskId: id, decisionNumber: paperNumber }),
    taskChanged,
  ),
  /** 上级意见: closed, or returned with what has to be done again. */
  'task.recordUpper': write(
    'member',
    z.strictObject({
      taskId: id,
      upperDocumentNumber: paperNumber,
      remarks: z.string().check(upTo(500)),
      rework: z.nullable(rework),
    }),
    taskChanged,
  ),
  'task.recheck': write(
    'member',
    z.strictObject({ taskId: id, relapsed: z.boolean(), words: text(500) }),
    taskChanged,
  ),
  'task.keepClosed': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.reopen': write('member', z.strictObject({ taskId: id, ...rework.shape }), taskChanged),
  'task.withdraw': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
