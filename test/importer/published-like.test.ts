import { readBytes } from './corpus/read-bytes'
import { scoreOf } from './corpus/score'
import { publishedLists } from './published/lists'
import { sliceErrors } from './slices'

describe('small lists in the layouts that places publish', () => {
  it.each(publishedLists.map((list) => [list.name, list] as const))(
    '%s: every field is right, and none is flagged without need',
    async (name, { text, tasks }) => {
      const read = await readBytes(new TextEncoder().encode(text), '清单.txt')
      const score = scoreOf(name, { tasks, planted: [] }, read.text, read.result)
      expect(score.examples).toEqual([])
      expect(score.right).toBe(score.fields)
      expect(sliceErrors(read.text, read.result)).toEqual([])
    },
  )
})
