import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, oweFor } from '../reminder/obligation-context'
import { cityPlanDueOn, type InspectionRound } from './round'

/** 全市方案 of a round that is not handed in yet: owed by its office. */
export const obligationsOfRound = (
  round: InspectionRound,
  context: ObligationContext,
): readonly Obligation[] => {
  const { id, name, regionCode, feedbackOn, planHandedInOn } = round
  if (planHandedInOn) return []
  const subject = { thing: 'round', number: '', title: name } as const
  const { on: dueOn, provisional } = cityPlanDueOn(round, context)
  const owed = { node: 'plan', madeOn: feedbackOn, dueOn, provisional } as const
  return [
    oweFor(
      { id, regionCode, subject },
      context,
    )({
      kind: 'handInPlan',
      roles: ['coordinator'],
      ...owed,
    }),
  ]
}
