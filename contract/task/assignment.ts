import { periodUnits } from '@/domain/task/deadline'
import { maxRhythm } from '@/domain/task/rhythm'
import { taskCategories } from '@/domain/task/task'
import { write } from '../action'
import { id, isoDay, oneOf, phone, reason, regionCode, text, upTo } from '../fields'
import { taskChanged } from './changed'
import { paperNumber, signedPapers } from './close-out/closing'
import { rectificationPlan } from './shares'
import { maxPaperNumber, maxPerson, maxReason } from '../limits'
import * as z from '../zod'

const everyMonths = z.int().check(z.minimum(1), z.maximum(maxRhythm))

export const unitIds = z.array(id).check(z.maxLength(30))

/** From 交办 to an approved plan. */
export const assignmentActions = {
  /**
   * 交办. What the list left open is decided here: units, affected villages and firms, the
   * date that counts.
   */
  'task.assign': write(
    'member',
    z.strictObject({
      taskId: id,
      leadUnitId: z.nullable(id),
      responsibleUnitIds: unitIds.check(z.minLength(1)),
      supportingUnitIds: unitIds,
      villageCodes: z.array(regionCode).check(z.maxLength(50)),
      enterpriseIds: unitIds,
      category: z.optional(oneOf(taskCategories)),
      /** The date that counts, when the list gave none. */
      countedOn: z.nullable(isoDay),
      /** For `relative`: which unit enters that the event has happened. */
      eventEnteredBy: z.nullable(id),
      /** For `recurring` without a printed rhythm: every so many months. */
      everyMonths: z.optional(everyMonths),
    }),
    taskChanged,
  ),
  /** 录入事件: the day on which what a `relative` deadline waits for has happened. */
  'task.enterEvent': write(
    'member',
    z.strictObject({
      taskId: id,
      happenedOn: isoDay,
      /** As the list prints it. */
      period: z.strictObject({
        count: z.int().check(z.minimum(1), z.maximum(1000)),
        unit: oneOf(periodUnits),
      }),
      paperNumber: text(maxPaperNumber),
      /** Why an earlier entry is corrected; empty for the first. */
      reason: z.string().check(upTo(maxReason)),
      /** The person was told that the counted date is over already. */
      pastKnown: z.boolean(),
    }),
    taskChanged,
  ),
  /** 改多久一次 of a duty without a printed rhythm: the next time stays, those after it follow. */
  'task.changeRhythm': write(
    'member',
    z.strictObject({
      taskId: id,
      /** Null for the duty of the whole. */
      measureId: z.nullable(id),
      everyMonths,
      reason,
    }),
    taskChanged,
  ),
  /** Splits a collective task into one child per unit, each a draft of its own. */
  'task.split': write(
    'member',
    z.strictObject({ taskId: id, unitIds: unitIds.check(z.minLength(2)) }),
    z.strictObject({ taskIds: z.array(id) }),
  ),
  'task.signFor': write(
    'member',
    z.strictObject({ taskId: id, person: text(maxPerson), phone }),
    taskChanged,
  ),
  'task.returnAssignment': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  /** 改派 of a share, in whatever state; done parts stay done. */
  'task.reassign': write(
    'member',
    z.strictObject({ taskId: id, fromUnitId: id, toUnitId: id, reason }),
    taskChanged,
  ),
  /** 并入 of a share that was sent back: it ends, and another responsible unit takes its measures. */
  'task.dropShare': write(
    'member',
    z.strictObject({ taskId: id, fromUnitId: id, toUnitId: id, reason }),
    taskChanged,
  ),
  'task.submitPlan': write(
    'member',
    z.strictObject({ taskId: id, plan: rectificationPlan }),
    taskChanged,
  ),
  /** 改方案 of an approved one: it binds until the new one is approved. */
  'task.amendPlan': write(
    'member',
    z.strictObject({ taskId: id, plan: rectificationPlan, reason }),
    taskChanged,
  ),
  'task.approvePlan': write('member', z.strictObject({ taskId: id, unitId: id }), taskChanged),
  'task.returnPlan': write(
    'member',
    z.strictObject({ taskId: id, unitId: id, reason }),
    taskChanged,
  ),
  /** 撤回方案 of the own unit, before it was decided. */
  'task.withdrawPlan': write('member', z.strictObject({ taskId: id }), taskChanged),
  /** 签本单位自查 of the own unit's share, before the whole is self-checked. */
  'task.signShare': write(
    'member',
    z.strictObject({
      taskId: id,
      /** The paper that the leader signed; null where the leader does it here. */
      signOffNumber: z.nullable(paperNumber),
      fileIds: signedPapers,
    }),
    taskChanged,
  ),
  'task.cancelTask': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.cancelDraft': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
