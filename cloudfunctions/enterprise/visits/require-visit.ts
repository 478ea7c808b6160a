import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import { visitSideOf, type VisitSide } from '@/domain/visit/readers'
import type { FirmVisit, VisitId } from '@/domain/visit/visit'
import type { Parts } from '../parts'

/** @throws RuleError `THING.NOT_FOUND`: who may not read it learns not even that there is one */
export const requireVisit = async (
  { visits }: Pick<Parts, 'visits'>,
  id: VisitId,
  actor: Actor,
): Promise<{ readonly visit: FirmVisit; readonly side: VisitSide }> => {
  const visit = await visits.find(id)
  const side = visit && visitSideOf(visit, actor)
  if (!visit || !side) throw new RuleError('THING.NOT_FOUND')
  return { visit, side }
}
