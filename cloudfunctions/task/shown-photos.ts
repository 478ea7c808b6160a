import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { RuleError } from '@/domain/refusal'
import type { PhotoPair } from '@/domain/release/photo-pair'
import { offeredPairs } from '@/domain/release/photos'
import type { PublicText } from '@/domain/release/public-task'
import { isFlagged, type PhotoStores } from '../_files/shown-pairs'
import type { FileRecord } from '../_stores/file-record-store'
import type { TaskRecord } from '../_stores/task-record'

/** Offered to who chooses, the links of one sheet: those that were chosen are always among them. [D] */
const mostOffered = 40

/** @throws RuleError `RELEASE.PHOTO_FLAGGED` */
export const refuseFlagged = (photos: Iterable<FileRecord>): void => {
  if ([...photos].some(isFlagged)) throw new RuleError('RELEASE.PHOTO_FLAGGED', ['pairs'])
}

/** The day on which the page's own camera took it; null where nobody but the photo could say. */
export const dayOfPhoto = ({ camera }: Pick<FileRecord, 'camera'>): IsoDay | null =>
  camera?.timeAgrees ? beijingDay(camera.takenAt) : null

/** Of a text that goes public the pairs in it, and beside them those that could be chosen. */
const pairsToPreview = (
  task: TaskRecord,
  { result, photos = [] }: PublicText,
  mayEdit: boolean,
) => {
  const isChosen = ({ beforeId, afterId }: PhotoPair) =>
    photos.some((pair) => pair.beforeId === beforeId && pair.afterId === afterId)
  const offered = result === null ? [] : offeredPairs(task)
  const others = mayEdit ? offered.filter((pair) => !isChosen(pair)).slice(0, mostOffered) : []
  return [
    ...offered.filter(isChosen).map((pair) => ({ ...pair, chosen: true })),
    ...others.map((pair) => ({ ...pair, chosen: false })),
  ]
}

/** 整改前后 for the two who check a text, with links that live minutes. */
export const photosToPreview = async (
  { records, files }: PhotoStores,
  task: TaskRecord,
  text: PublicText,
  mayEdit: boolean,
) => {
  const pairs = pairsToPreview(task, text, mayEdit)
  const ids = pairs.flatMap(({ beforeId, afterId }) => [beforeId, afterId])
  const [found, links] = await Promise.all([records.findMany(ids), files.links(ids)])
  const linkOf = (fileId: string) => links.get(fileId) ?? ''
  return pairs.flatMap(({ measureId, ...pair }) => {
    const [before, after] = [found.get(pair.beforeId), found.get(pair.afterId)]
    if (!before || !after) return []
    return [
      {
        ...pair,
        text: text.measures.find(({ id }) => id === measureId)?.text ?? '',
        beforeOn: dayOfPhoto(before),
        afterOn: dayOfPhoto(after),
        beforeUrl: linkOf(pair.beforeId),
        afterUrl: linkOf(pair.afterId),
        flagged: isFlagged(before) || isFlagged(after),
      },
    ]
  })
}
