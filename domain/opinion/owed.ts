import type { Opinion } from './opinion'
import { awaitsVisit } from './resident-visit'
import { coveringRegion } from '../organization/scope'
import { statesToSpeakIn } from '../task/asking'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, oweFor } from '../reminder/obligation-context'

/** A resident who agreed to it is called on by an inspector, of no unit that does the work. */
const visitOwed = (opinion: Opinion, context: ObligationContext): readonly Obligation[] => {
  const { visit } = opinion
  if (!visit || !awaitsVisit(opinion)) return []
  const { agreedOn: madeOn, dueOn, dueProvisional: provisional } = visit
  const due = { kind: 'visitResident', node: 'visit', madeOn, dueOn, provisional } as const
  const hiddenFrom = opinion.doingUnitIds
  return [oweFor(thingOf(opinion, context), context)({ ...due, roles: ['inspector'], hiddenFrom })]
}

/** Neither the village nor whose word it is stands in a title. */
const thingOf = (
  { id, regionCodes, taskNumber: number, taskTitle: title }: Opinion,
  { rootRegion }: ObligationContext,
) =>
  ({
    id,
    regionCode: coveringRegion(regionCodes) ?? rootRegion,
    subject: { thing: 'opinion', number, title },
  }) as const

/**
 * A branch or committee that was asked owes its word; where the village has none in the system the
 * office asks on paper. Residents owe nothing; who agreed to it is owed a visit. Ends with the cycle that asked.
 */
export const obligationsOfOpinion = (
  opinion: Opinion,
  context: ObligationContext,
): readonly Obligation[] => {
  const { voice, state, dueOn, unitId, askingId, presentAskingId } = opinion
  if (voice === 'resident') return visitOwed(opinion, context)
  if (state !== 'asked' || dueOn === null || askingId !== presentAskingId) return []
  if (!statesToSpeakIn.includes(opinion.taskState)) return []
  const owe = oweFor(thingOf(opinion, context), context)
  return [
    owe({
      kind: 'giveOpinion',
      node: voice,
      madeOn: opinion.askedOn,
      dueOn,
      provisional: opinion.dueProvisional,
      unitId,
      roles: unitId === null ? ['coordinator'] : ['villageOfficer'],
    }),
  ]
}
