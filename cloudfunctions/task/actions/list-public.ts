import type { Handler } from '../../_kit/handler'
import type { PublicTaskStore } from '../../_stores/public-task-store'
import { describePublicRow } from '../describe-public'

export const listPublic =
  ({ publicTasks }: { publicTasks: PublicTaskStore }): Handler<'task.listPublic'> =>
  async ({ filter, query, cursor }, { today }) => {
    const { regionCode, villageCode, category, state } = filter
    const wanted = {
      areas: [villageCode, regionCode].filter((code) => code !== undefined),
      category,
      state,
      query,
    }
    const page = await publicTasks.page({ ...wanted, cursor })
    const total = await publicTasks.count({ areas: [] })
    const isWhole = wanted.areas.length === 0 && !category && !state && !query
    return {
      items: page.items.map((task) => describePublicRow(task, today)),
      cursor: page.cursor,
      matching: isWhole ? total : await publicTasks.count(wanted),
      total,
    }
  }
