import { isSamePhoto } from '@/domain/signs/photo-look'
import type { Sign } from '@/domain/signs/signs'
import { type DoneReport, evidenceIdsOf } from '@/domain/task/done-report'
import { isPicture } from '../_files/file-types'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import type { TaskRecord } from '../_stores/task-record'

/** Compared of one task in one call, the newest; each is looked up by some 140 bands. [D] */
const mostCompared = 40

/** A question about photos of one report, and the things where they stand too. */
export interface PhotoSign {
  readonly sign: Sign
  readonly elsewhere: readonly string[]
}

type PhotoKind = Extract<Sign['kind'], 'samePhoto' | 'alikePhoto'>

const likenessOf = (one: FileRecord, other: FileRecord): PhotoKind | null => {
  if (one.fileId === other.fileId) return null
  if (one.sha256 === other.sha256) return 'samePhoto'
  const { views = [] } = one
  return isSamePhoto({ views }, { views: other.views ?? [] }) ? 'alikePhoto' : null
}

const signsOfReport = (
  { unitId, partId }: DoneReport,
  photos: readonly FileRecord[],
  others: readonly FileRecord[],
): PhotoSign[] =>
  (['samePhoto', 'alikePhoto'] as const).flatMap((kind) => {
    const again = photos.flatMap((photo) =>
      others.filter((each) => likenessOf(photo, each) === kind),
    )
    if (again.length === 0) return []
    const elsewhere = [...new Set(again.flatMap(({ usedBy }) => usedBy ?? []))]
    return [{ sign: { kind, unitId, partIds: [partId] }, elsewhere }]
  })

export interface UsedPhotos {
  readonly signs: readonly PhotoSign[]
  readonly unjudged: number
  /** Every file of the task's reports by its id. */
  readonly own: ReadonlyMap<string, FileRecord>
}

/**
 * Photos of the reports that count which were handed in once more, wherever: the very same bytes,
 * or saved anew, smaller, cut at the edges or written on.
 */
export const usedPhotos = async (
  records: FileRecordStore,
  task: Pick<TaskRecord, 'id' | 'done'>,
): Promise<UsedPhotos> => {
  const own = await records.findMany(task.done.flatMap(evidenceIdsOf))
  const pictures = [...own.values()].filter(({ type }) => isPicture(type))
  const compared = [...pictures].sort((one, other) => other.at - one.at).slice(0, mostCompared)
  const sharing = await records.sharing(
    compared.flatMap(({ bands = [] }) => bands),
    task.id,
  )
  const others = [...compared, ...sharing]
  const signs = task.done.flatMap((report) => {
    const ids = evidenceIdsOf(report)
    const photos = compared.filter(({ fileId }) => ids.includes(fileId))
    return signsOfReport(report, photos, others)
  })
  const judged = compared.filter(({ views }) => views !== undefined)
  return { signs, unjudged: pictures.length - judged.length, own }
}
