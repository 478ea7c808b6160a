import type { ParsedInput } from '../_kit/handler'
import type { Cipher } from '../_stores/cipher'

type Plan = ParsedInput<'task.submitPlan'>['plan']

/** Days, kinds of proof and weights enter the audit; persons and words only as one digest. */
export const auditedPlan = (cipher: Cipher, taskId: string, plan: Plan) => ({
  plan: cipher.blind(`${taskId} ${JSON.stringify(plan)}`),
  measures: plan.measures.map(({ measureId, dueOn, proof, milestones }) => ({
    measureId,
    dueOn,
    ...(proof && { proof }),
    milestones: milestones.map((milestone) => ({
      dueOn: milestone.dueOn,
      weight: milestone.weight,
    })),
  })),
})
