import { photoIdsOf } from '@/domain/release/photos'
import type { PublicText } from '@/domain/release/public-task'
import { photosOf } from '@/domain/release/result'
import type { FileRecord, FileRecordStore } from '../_stores/file-record-store'
import type { FileStore } from '../_stores/file-store'

export interface PhotoStores {
  readonly records: Pick<FileRecordStore, 'findMany'>
  readonly files: Pick<FileStore, 'links'>
}

/** WeChat's check found something: such a photo goes with no public text. */
export const isFlagged = ({ verdict = 'pass' }: Pick<FileRecord, 'verdict'>): boolean =>
  verdict !== 'pass'

/**
 * 整改前后 of a public text with links that live minutes. A pair of which one photo is gone, or was
 * flagged after its release, is not shown.
 */
export const shownPairs = async (
  { records, files }: PhotoStores,
  text: Pick<PublicText, 'measures' | 'photos'>,
) => {
  const found = await records.findMany(photoIdsOf(text))
  const open = [...found.values()].filter((record) => !isFlagged(record))
  const links = await files.links(open.map(({ fileId }) => fileId))
  return photosOf(text).flatMap(({ beforeId, afterId, ...told }) => {
    const [beforeUrl, afterUrl] = [links.get(beforeId), links.get(afterId)]
    return beforeUrl && afterUrl ? [{ ...told, beforeUrl, afterUrl }] : []
  })
}
