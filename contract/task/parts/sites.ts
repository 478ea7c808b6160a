import { mostSites } from '@/domain/task/site-list'
import { write } from '../../action'
import { id, text } from '../../fields'
import * as z from '../../zod'
import { taskChanged } from '../changed'

/** Picked on the spot, or from the list. */
const point = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
})

export const siteRow = z.strictObject({
  ...{ name: text(60), place: text(120), unitId: id },
  /** Left out: the one that was picked stays. */
  point: z.optional(point),
})

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
  /** 记下位置 of the whole task, by whoever stands there. */
  'task.setPoint': write('member', z.strictObject({ taskId: id, point }), taskChanged),
} as const
