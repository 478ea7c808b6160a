import type { Opinion } from './opinion'
import { coveringRegion } from '../organization/scope'
import { statesToSpeakIn } from '../task/asking'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, oweFor } from '../reminder/obligation-context'

/**
 * A branch or committee that was asked owes its word; where the village has none in the system the
 * office asks on paper. Residents owe nothing. Ends with the cycle that asked.
 */
export const obligationsOfOpinion = (
  opinion: Opinion,
  context: ObligationContext,
): readonly Obligation[] => {
  const { id, voice, state, dueOn, unitId, askingId, presentAskingId } = opinion
  if (state !== 'asked' || dueOn === null || askingId !== presentAskingId) return []
  if (!statesToSpeakIn.includes(opinion.taskState)) return []
  const thing = {
    id,
    regionCode: coveringRegion(opinion.regionCodes) ?? context.rootRegion,
    subject: { thing: 'opinion', number: opinion.taskNumber, title: opinion.taskTitle },
  } as const
  const owe = oweFor(thing, context)
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
