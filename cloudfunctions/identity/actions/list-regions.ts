import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

export const listRegions =
  ({ organization }: Pick<Stores, 'organization'>): Handler<'identity.listRegions'> =>
  async ({ parentCode }) => ({
    items: (await organization.childRegions(parentCode)).map(({ code, name, level }) => ({
      code,
      name,
      level,
    })),
  })
