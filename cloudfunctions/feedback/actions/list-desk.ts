import { deskListOf } from '@/domain/feedback/readers'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { staffRow, unreadFor } from '../views/staff-row'

type Deps = Pick<Parts, 'feedback' | 'originals' | 'organization' | 'writer'>

const present = (values: readonly (string | null)[]): string[] =>
  values.filter((value) => value !== null)

/** The desk of the role acted as; a report against this desk is not on it. */
export const listDesk =
  (deps: Deps): Handler<'feedback.listDesk'> =>
  async ({ state, cursor }, call) => {
    const desk = deskListOf(call.actor)
    if (desk === null) throw new RuleError('ACCESS.ROLE')
    const { items: shown, cursor: next } = await deps.feedback.listDesk(desk, state, cursor)
    const names = {
      units: await deps.organization.units(present(shown.map(({ unitId }) => unitId))),
      regions: await deps.organization.regions(present(shown.map(({ regionCode }) => regionCode))),
    }
    const unread = await unreadFor(deps, shown, call)
    return {
      items: shown.map((feedback) => staffRow(deps, feedback, { ...names, unread }, call)),
      cursor: next,
    }
  }
