import { mostSites } from '@/domain/task/site-list'
import { write } from '../../action'
import { id, text } from '../../fields'
import * as z from '../../zod'
import { taskChanged } from '../changed'

export const siteRow = z.strictObject({ name: text(60), place: text(120), unitId: id })

/** 点位, one by one. */
export const siteActions = {
  /** 定点位: rows that are new or changed and names that go; a name is the same site again. */
  'task.setSites': write(
    'member',
    z.strictObject({
      taskId: id,
      measureId: id,
      sites: z.array(siteRow).check(z.maxLength(mostSites)),
      removed: z.array(text(60)).check(z.maxLength(mostSites)),
    }),
    taskChanged,
  ),
} as const
