import { RuleError } from '@/domain/refusal'
import { visitReaderKeyOf } from '@/domain/visit/readers'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { describeVisitRow } from '../visits/describe-visit'

/** 入企检查 of the own body, firm or office; those that go on first. */
export const listVisits =
  ({
    visits,
    organization,
  }: Pick<Parts, 'visits' | 'organization'>): Handler<'enterprise.listVisits'> =>
  async ({ taskId, cursor }, { actor }) => {
    const reader = visitReaderKeyOf(actor)
    if (reader === null) throw new RuleError('ACCESS.ROLE')
    const page = await visits.page(reader, taskId ?? null, cursor)
    const ids = page.items.flatMap(({ enterpriseId, bodyId }) => [enterpriseId, bodyId])
    const units = await organization.units(ids)
    return {
      items: page.items.flatMap((visit) => describeVisitRow(visit, actor, units) ?? []),
      cursor: page.cursor,
    }
  }
