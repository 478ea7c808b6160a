import { proofKinds } from '@/domain/proof'
import { assignmentEvents } from '@/domain/task/assignment-workflow'
import { assignmentStates } from '@/domain/task/task'
import { count, id, isoDay, namedRef, oneOf, text } from '../fields'
import { maxPerson } from '../limits'
import {
  maxMeasures,
  maxMilestoneWords,
  maxMilestones,
  maxOwnMeasure,
  maxPlanGoals,
  maxProofWords,
} from './limits'
import * as z from '../zod'

export const unitsView = z.strictObject({
  lead: z.array(namedRef),
  responsible: z.array(namedRef),
  supporting: z.array(namedRef),
  supervising: z.array(namedRef),
  accepting: z.array(namedRef),
})

const milestone = z.strictObject({
  /** Of one that stands in the plan already. */
  id: z.optional(z.string().check(z.regex(/^[0-9]{1,4}$/))),
  text: text(maxMilestoneWords),
  dueOn: isoDay,
  weight: z.int().check(z.minimum(1), z.maximum(100)),
})

const plannedMeasure = z.strictObject({
  measureId: id,
  /** Of one that the unit writes itself; the server names it. */
  text: z.optional(text(maxOwnMeasure)),
  person: text(maxPerson),
  dueOn: isoDay,
  /** 以什么证明: all of these; a new plan names at least one, one of before it was asked has none. */
  proof: z.optional(z.array(oneOf(proofKinds)).check(z.maxLength(proofKinds.length))),
  /** The same in words. */
  proofWords: z.optional(text(maxProofWords)),
  milestones: z.array(milestone).check(z.maxLength(maxMilestones)),
})

export const rectificationPlan = z.strictObject({
  goals: text(maxPlanGoals),
  person: text(maxPerson),
  /** One for each measure of the unit; its own, each with its text, where the list prints none for it. */
  measures: z.array(plannedMeasure).check(z.maxLength(maxMeasures)),
})

export const assignmentView = z.strictObject({
  unit: namedRef,
  state: oneOf(assignmentStates),
  personName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  signDueOn: isoDay,
  signDueProvisional: z.boolean(),
  planDueOn: z.nullable(isoDay),
  planDueProvisional: z.boolean(),
  plan: z.nullable(rectificationPlan),
  returnedReason: z.nullable(z.string()),
  /** 改方案: what is to come in place of the plan; a returned one is kept to be mended. */
  amendment: z.nullable(
    z.strictObject({
      state: oneOf(['submitted', 'returned', 'withdrawn']),
      plan: rectificationPlan,
      reason: z.string(),
      submittedOn: isoDay,
    }),
  ),
  /** 签本单位自查: null where none is asked of this unit, as of the one that answers for the whole. */
  signature: z.nullable(
    z.strictObject({
      /** Null while it is awaited. */
      on: z.nullable(isoDay),
      /** Null where the leader signed here. */
      signOffNumber: z.nullable(z.string()),
      papers: count,
      /** One was given, and what it was given for has changed since. */
      lapsed: z.boolean(),
    }),
  ),
  /** Assignment events this person may do on this unit's share. */
  events: z.array(oneOf(assignmentEvents)),
})
