import { beijingDay, daysBetween } from '../calendar/day'
import { type CameraMark, metresBetween } from '../file/camera'
import type { UnitId } from '../organization/unit'
import type { Settings } from '../settings'
import type { DoneReport, PartId } from '../task/done-report'
import { partsOf } from '../task/part'
import type { RectificationTask } from '../task/task'
import { isCopied } from './copied-text'

/** 苗头: what an inspector may want to ask about; never a verdict (表面整改, domain.md section 4). */
export const signKinds = [
  'samePhoto', // 同一张照片用过不止一次
  'alikePhoto', // 和另一张几乎一样：另存、缩小、裁边或加字
  'copiedText', // 文字和上次几乎一样
  'lastDay', // 都在最后两天报完成
  'oldPhoto', // 照片早于交办
  'farPhoto', // 照片离点位远
] as const
export type SignKind = (typeof signKinds)[number]

export interface Sign {
  readonly kind: SignKind
  readonly unitId: UnitId
  /** Parts it is seen on, one at least. */
  readonly partIds: readonly PartId[]
}

type Reported = Pick<RectificationTask, 'done' | 'cycles'>

/** Reports that were taken back, returned or opened again, by the same unit. */
const earlierOf = ({ cycles }: Reported, { unitId }: DoneReport): DoneReport[] =>
  cycles.flatMap(({ undone }) => undone).filter((report) => report.unitId === unitId)

/** What a unit says of a part is what it said before it had to do it again. */
export const copiedTexts = (task: Reported): Sign[] =>
  task.done
    .filter((report) => earlierOf(task, report).some(({ words }) => isCopied(words, report.words)))
    .map(({ unitId, partId }) => ({ kind: 'copiedText', unitId, partIds: [partId] }))

/**
 * A photo of what was done that was taken before the unit had the task. Only the page's own camera
 * with a time that agrees tells; of any other photo it cannot be told.
 */
export const oldPhotos = (
  { done, assignments }: Pick<RectificationTask, 'done' | 'assignments'>,
  cameraOf: (fileId: string) => CameraMark | undefined,
): Sign[] =>
  done.flatMap(({ unitId, partId, photoIds }): Sign[] => {
    const since = assignments.find((assignment) => assignment.unitId === unitId)?.assignedOn
    const isOld = (fileId: string): boolean => {
      const camera = cameraOf(fileId)
      return !!since && !!camera?.timeAgrees && beijingDay(camera.takenAt) < since
    }
    return photoIds.some(isOld) ? [{ kind: 'oldPhoto', unitId, partIds: [partId] }] : []
  })

/**
 * A photo that was taken far from the point of its site, or of the task where it has no site. Only the page's
 * own camera where it found a place tells, and only where a point was picked; else it cannot be told.
 */
export const farPhotos = (
  task: RectificationTask,
  cameraOf: (fileId: string) => CameraMark | undefined,
  { farPhotoMetres }: Pick<Settings, 'farPhotoMetres'>,
): Sign[] => {
  const points = new Map(
    partsOf(task).map(({ id, kind, point }) => [id, kind === 'site' ? point : task.point]),
  )
  return task.done.flatMap(({ unitId, partId, photoIds }): Sign[] => {
    const point = points.get(partId)
    const isFar = (fileId: string): boolean => {
      const place = cameraOf(fileId)?.place
      return !!place && !!point && metresBetween(place, point) - place.accuracy > farPhotoMetres
    }
    return photoIds.some(isFar) ? [{ kind: 'farPhoto', unitId, partIds: [partId] }] : []
  })
}

/** Fewer say nothing: a unit with one measure reports it on one day. */
const fewestParts = 3
/** The day due and the one before it. [D] */
const lastDays = 1

/** A unit says three parts or more done, all of them in the last days of each. */
export const lastDayShares = (task: RectificationTask): Sign[] => {
  const due = new Map(partsOf(task).map(({ id, dueOn }) => [id, dueOn]))
  const isLate = ({ partId, reportedOn }: DoneReport): boolean => {
    const dueOn = due.get(partId)
    if (!dueOn) return false
    const left = daysBetween(reportedOn, dueOn)
    return left >= 0 && left <= lastDays
  }
  return [...new Set(task.done.map(({ unitId }) => unitId))].flatMap((unitId): Sign[] => {
    const own = task.done.filter((report) => report.unitId === unitId && !report.noPart)
    return own.length >= fewestParts && own.every(isLate)
      ? [{ kind: 'lastDay', unitId, partIds: own.map(({ partId }) => partId) }]
      : []
  })
}
