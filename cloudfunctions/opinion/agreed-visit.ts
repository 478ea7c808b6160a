import type { Opinion } from '@/domain/opinion/opinion'
import type { Actor } from '@/domain/organization/actor'
import { officeForeignTo } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'

/** @throws RuleError `THING.NOT_FOUND`: that a resident agreed to a visit is for inspectors alone */
export const agreedVisit = (opinion: Opinion | null, actor: Actor) => {
  const { visit = null } = opinion ?? {}
  if (!opinion || !visit || officeForeignTo(actor, 'inspector', opinion) !== null)
    throw new RuleError('THING.NOT_FOUND')
  return { opinion, visit }
}
