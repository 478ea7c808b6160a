import { regionCovers } from '@/domain/organization/region'
import type { Handler, ParsedInput } from '../../_kit/handler'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicRow } from '../describe-task'

type Places = ParsedInput<'register.listTasks'>['filter']

/** A village says more than the region it lies in. */
const areasOf = ({ regionCode, villageCode }: Places): string[] => {
  if (regionCode && villageCode && regionCovers(regionCode, villageCode)) return [villageCode]
  return [villageCode, regionCode].filter((code) => code !== undefined)
}

export const listTasks =
  ({ publicTasks }: { publicTasks: PublicTaskStore }): Handler<'register.listTasks'> =>
  async ({ filter, query, cursor }, { today }) => {
    const { category, state } = filter
    const wanted = { areas: areasOf(filter), category, state }
    // Further pages were counted before; words and places apart are not without reading all.
    const isCounted = !query && !cursor && wanted.areas.length < 2
    const [page, matching] = await Promise.all([
      publicTasks.page({ ...wanted, query, cursor }),
      isCounted ? publicTasks.count(wanted) : null,
    ])
    const isWhole = !cursor && page.cursor === null
    return {
      items: page.items.map((task) => describePublicRow(task, today)),
      cursor: page.cursor,
      partly: page.partly,
      matching: isWhole ? page.items.length : matching,
    }
  }
