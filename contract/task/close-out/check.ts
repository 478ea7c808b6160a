import { acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { standards } from '@/domain/task/cycle'
import { read, write } from '../../action'
import {
  cameraView,
  count,
  fileId,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  reason,
  sha256,
  text,
  upTo,
} from '../../fields'
import { taskChanged } from '../changed'
import { paperNumber, signedPapers } from './closing'
import { dispute } from './dispute'
import { rework } from './rework'
import { maxPerson } from '../../limits'
import {
  maxCheckerUnit,
  maxMeasures,
  maxPhotosOfMeasure,
  maxSeenWords,
  maxStandardWords,
  maxTaskWords,
} from '../limits'
import * as z from '../../zod'

/**
 * Who looked beside the caller: a colleague with an account, or somebody by name and unit; with
 * what they signed by hand on the caller's phone.
 */
const otherChecker = z.union([
  z.strictObject({ membershipId: id, signatureId: z.optional(z.nullable(fileId)) }),
  z.strictObject({
    name: text(maxPerson),
    unitName: text(maxCheckerUnit),
    signatureId: z.optional(z.nullable(fileId)),
  }),
])

const namedMembers = z.strictObject({
  items: z.array(z.strictObject({ membershipId: id, name: z.string(), unit: namedRef })),
})

/** A word on each of the five standards. */
const standardWords = z.record(oneOf(standards), text(maxStandardWords))

/** 自查 and the chain of checks. */
export const checkActions = {
  /** 定验收链: who accepts, from below upwards; the province has no unit here. */
  'task.changeChain': write(
    'member',
    z.strictObject({
      taskId: id,
      chain: z
        .array(z.strictObject({ level: oneOf(acceptanceLevels), unitId: z.nullable(id) }))
        .check(z.minLength(1), z.maxLength(acceptanceLevels.length)),
      closingLevel: oneOf(closingLevels),
      /** 牵头领导, of those that `listOfficials` names; null: nobody. Absent: as it was. */
      leadOfficialId: z.optional(z.nullable(id)),
    }),
    taskChanged,
  ),
  /** Who may be chosen as lead official: leaders of the city, and the unit that answers for the whole. */
  'task.listOfficials': read('member', z.strictObject({ taskId: id }), namedMembers),
  /** 备自查: what staff have written lies ready for their leader's signature. */
  'task.prepareSelfCheck': write(
    'member',
    z.strictObject({ taskId: id, standards: standardWords, dispute: z.nullable(dispute) }),
    taskChanged,
  ),
  'task.selfCheck': write(
    'member',
    z.strictObject({
      taskId: id,
      standards: standardWords,
      /** The paper that the leader signed; null where the leader does it here. */
      signOffNumber: z.nullable(paperNumber),
      fileIds: signedPapers,
      dispute: z.optional(z.nullable(dispute)),
    }),
    taskChanged,
  ),
  'task.requestCloseOut': write(
    'member',
    z.strictObject({ taskId: id, reportNumber: paperNumber }),
    taskChanged,
  ),
  /** Colleagues who may be named beside the caller: independent, with an account. */
  'task.listCheckers': read('member', z.strictObject({ taskId: id }), namedMembers),
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
            words: z.string().check(upTo(maxSeenWords)),
            photoIds: z.optional(z.array(fileId).check(z.maxLength(maxPhotosOfMeasure))),
          }),
        )
        .check(z.maxLength(maxMeasures)),
      words: text(maxTaskWords),
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
          camera: cameraView,
          url: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  'task.confirmCheck': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.denyCheck': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
} as const
