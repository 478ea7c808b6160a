import { RuleError } from '@/domain/refusal'
import { readsAsConcerned } from '@/domain/task/readers'
import { queryTerms } from '@/domain/task/search-terms'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

export const listUnits =
  ({ organization }: Pick<Stores, 'organization'>): Handler<'identity.listUnits'> =>
  async ({ query, kind, regionCode, enforcing, cursor }, { actor }) => {
    // 村里、企业 and whoever only visits firms choose among nobody.
    if (readsAsConcerned(actor.role) || actor.role === 'enforcer')
      throw new RuleError('ACCESS.ROLE')
    const page = await organization.searchUnits({
      terms: queryTerms(query ?? ''),
      kind: kind ?? null,
      regionCode: regionCode ?? null,
      enforcing: enforcing ?? false,
      cursor,
    })
    const regions = await organization.regions(page.items.map((unit) => unit.regionCode))
    return {
      items: page.items.map((unit) => ({
        id: unit.id,
        name: unit.name,
        kind: unit.kind,
        region: {
          code: unit.regionCode,
          name: regions.get(unit.regionCode)?.name ?? unit.regionCode,
        },
      })),
      cursor: page.cursor,
    }
  }
