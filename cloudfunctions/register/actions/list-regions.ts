import type { Handler } from '../../_kit/handler'
import type { ReadingStores } from '../../_stores/open-reading'

export const listRegions =
  ({ organization }: Pick<ReadingStores, 'organization'>): Handler<'register.listRegions'> =>
  async ({ parentCode }) => ({
    items: (await organization.childRegions(parentCode)).map(({ code, name, level }) => ({
      code,
      name,
      level,
    })),
  })
