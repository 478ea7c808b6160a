import { coveringRegion } from '../organization/scope'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, type Owed, oweFor } from '../reminder/obligation-context'
import { dayOf, type FirmVisit } from './visit'

/** The body owes its notice by the day that was wished for, then its record by the day of the visit. */
const owedOn = (visit: FirmVisit): Owed[] => {
  const { state, bodyId, askedOn, notice, lastProvisional: provisional } = visit
  const owner = { unitId: bodyId, roles: ['enforcer'] } as const
  const dueOn = dayOf(visit)
  if (state === 'planned')
    return [{ kind: 'notifyVisit', node: 'notice', madeOn: askedOn, dueOn, provisional, ...owner }]
  if (state === 'notified')
    return [
      {
        ...{ kind: 'recordVisit', node: 'record', madeOn: notice?.givenOn ?? askedOn },
        ...{ dueOn, provisional, ...owner },
      },
    ]
  return []
}

/** Named by the first task that asked; a firm owes nothing: it may rate, and may leave it. */
export const obligationsOfVisit = (
  visit: FirmVisit,
  context: ObligationContext,
): readonly Obligation[] => {
  const { id, tasks } = visit
  const [first] = tasks
  const thing = {
    id,
    regionCode:
      coveringRegion(tasks.flatMap(({ regionCodes }) => regionCodes)) ?? context.rootRegion,
    subject: { thing: 'visit', number: first?.number ?? '', title: first?.title ?? '' },
  } as const
  return owedOn(visit).map(oweFor(thing, context))
}
