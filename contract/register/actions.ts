import { regionLevels } from '@/domain/organization/region'
import { mostMatching } from '@/domain/release/matching'
import { publicStates } from '@/domain/task/schedule-words'
import { taskCategories } from '@/domain/task/task'
import { read } from '../action'
import { cursor, id, oneOf, regionCode, searchedPage, upTo } from '../fields'
import { maxQuery } from '../limits'
import * as z from '../zod'
import { publicTask, publicTaskRow } from './task'

const publicFilter = z.strictObject({
  regionCode: z.optional(regionCode),
  category: z.optional(oneOf(taskCategories)),
  state: z.optional(oneOf(publicStates)),
  villageCode: z.optional(regionCode),
})

/** 公示: what everybody may read without being asked who they are. */
export const registerActions = {
  /** The public register: released tasks only, by date due. */
  'register.listTasks': read(
    'public',
    z.strictObject({
      filter: publicFilter,
      query: z.optional(z.string().check(upTo(maxQuery))),
      cursor: z.optional(cursor),
    }),
    z.strictObject({
      ...searchedPage(publicTaskRow).shape,
      /** What the filters find, up to `mostMatching`; null where it was not counted: words, further pages. */
      matching: z.nullable(z.int().check(z.nonnegative(), z.maximum(mostMatching))),
    }),
  ),
  'register.getTask': read('public', z.strictObject({ taskId: id }), publicTask),
  /** Regions below one, for filters and forms. */
  'register.listRegions': read(
    'public',
    z.strictObject({ parentCode: z.nullable(regionCode) }),
    z.strictObject({
      items: z.array(
        z.strictObject({ code: regionCode, name: z.string(), level: oneOf(regionLevels) }),
      ),
    }),
  ),
} as const
