import { partsOf, reportOn } from '../task/part'
import type { RectificationTask } from '../task/task'
import type { ChosenPair, OfferedPair, PhotoPair, PublicPair } from './photo-pair'
import type { PublicText } from './public-task'

/** Shown with one notice at most. [D] */
export const mostPairs = 6

const isSamePair = (one: PhotoPair, other: PhotoPair): boolean =>
  one.partId === other.partId && one.beforeId === other.beforeId && one.afterId === other.afterId

/**
 * Every pair that proves a part done now: the nth photo before beside the nth after. What is marked
 * a firm's secret on any report of the task is none.
 */
export const offeredPairs = (task: RectificationTask): OfferedPair[] => {
  const secret = new Set(task.done.flatMap(({ secretFileIds = [] }) => secretFileIds))
  return partsOf(task).flatMap(({ id, measureId }) => {
    const { beforeIds = [], photoIds = [] } = reportOn(task, id) ?? {}
    return beforeIds.flatMap((beforeId, nth) => {
      const afterId = photoIds[nth]
      if (afterId === undefined || secret.has(beforeId) || secret.has(afterId)) return []
      return [{ partId: id, measureId, beforeId, afterId }]
    })
  })
}

/** Of the chosen ones those that still prove a part, in the order in which they were chosen. */
const standingPairs = (task: RectificationTask, chosen: readonly ChosenPair[]): PublicPair[] => {
  if (chosen.length === 0) return []
  const offered = offeredPairs(task)
  return chosen.flatMap(({ partId, ...pair }) => {
    const found = offered.find((each) => isSamePair(each, { partId, ...pair }))
    return found ? [{ measureId: found.measureId, ...pair }] : []
  })
}

/** The text with its photos: they go with what was done, and where none stands it is the same text. */
export const photographedText = (
  text: PublicText,
  task: RectificationTask,
  chosen: readonly ChosenPair[],
): PublicText => {
  const photos = text.result === null ? [] : standingPairs(task, chosen)
  return photos.length === 0 ? text : { ...text, photos }
}

/** Every photo of a text, by its id. */
export const photoIdsOf = ({ photos = [] }: Pick<PublicText, 'photos'>): string[] =>
  photos.flatMap(({ beforeId, afterId }) => [beforeId, afterId])

/**
 * The pairs to be chosen, as they are offered. Null where one of them is none of the task's, or
 * stands in it twice.
 */
export const pairsToChoose = (
  task: RectificationTask,
  wanted: readonly PhotoPair[],
): PhotoPair[] | null => {
  const offered = offeredPairs(task)
  const found = offered.filter((pair) => wanted.some((each) => isSamePair(each, pair)))
  if (found.length !== wanted.length) return null
  return found.map(({ measureId: _, ...pair }) => pair)
}

/** True where the office's choice would not change. */
export const isSameChoice = (before: readonly PhotoPair[], next: readonly PhotoPair[]): boolean =>
  before.length === next.length && before.every((pair, nth) => isSamePair(pair, next[nth]!))
