import { withoutEnd } from '@/copy/printed-words'
import type { PartId } from '@/domain/task/done-report'
import { partCase } from '@/domain/task/part-workflow'
import type { TaskRecord } from '../_stores/task-record'
import type { TaskTimeline, TaskTimelines } from '../_stores/task-timelines'
import type { Acting } from '../_stores/thing'

/** Which measures are done: talks with firms follow where another one is. */
export const doneMeasures = ({ measures }: TaskRecord): string =>
  JSON.stringify(measures.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id))

/**
 * What every change of a part says and takes along: which part it was, for the history, and the
 * talks about its date where a measure became done or is owed again.
 */
export const changedPart = (
  timelines: TaskTimelines,
  talks: readonly TaskTimeline[],
  before: TaskRecord,
  next: TaskRecord,
  partId: PartId,
  words: string,
) => ({
  note: `${withoutEnd(partCase(next, partId)?.part.text.slice(0, 40) ?? '')}：${words}`,
  ...(doneMeasures(before) !== doneMeasures(next) && {
    also: (acting: Acting) => timelines.follow(acting, talks),
  }),
})
