import type { Objection } from './objection'
import { coveringRegion, officeOwing } from '../organization/scope'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, type Owed, oweFor, dueAfter } from '../reminder/obligation-context'

/** Intake owes the 摘要; on it the office decides, first on admission and then on the matter. */
const owedOn = (objection: Objection, context: ObligationContext): Owed[] => {
  const { state, summary, lodgedOn: madeOn, decidedOn, dueOn, dueProvisional } = objection
  const due = { dueOn, provisional: dueProvisional }
  if (state === 'lodged' && summary === null) {
    const soon = dueAfter(madeOn, 'summarizeObjectionWorkingDays', context)
    return [
      {
        kind: 'summarizeObjection',
        node: 'summary',
        madeOn,
        ...soon,
        ...officeOwing('intake', objection),
      },
    ]
  }
  const decide = {
    kind: 'decideObjection',
    ...due,
    ...officeOwing('coordinator', objection),
  } as const
  if (state === 'lodged') return [{ ...decide, node: 'admission', madeOn }]
  if (state === 'admitted') return [{ ...decide, node: 'reply', madeOn: decidedOn ?? madeOn }]
  return []
}

/** No office that does the work itself owes or learns anything here. */
export const obligationsOfObjection = (
  objection: Objection,
  context: ObligationContext,
): readonly Obligation[] => {
  const { id, taskNumber: number, taskTitle: title, regionCodes } = objection
  const thing = {
    id,
    regionCode: coveringRegion(regionCodes) ?? context.rootRegion,
    subject: { thing: 'objection', number, title },
  } as const
  return owedOn(objection, context).map(oweFor(thing, context))
}
