import { createHash } from 'node:crypto'
import type { FileTypeName } from '@/domain/file/kinds'
import { lookOf } from '@/domain/signs/photo-look'
import type { FileRecord } from '../../_stores/file-record-store'
import { isPicture } from '../file-types'
import { drawSmall } from './draw'

/**
 * By what a unit's picture is known again. Only the same bytes are where its look cannot be told;
 * of a resident's picture nothing is kept, or it would find the phone.
 */
export const lookOfUpload = (
  clean: Buffer,
  type: FileTypeName,
): Pick<FileRecord, 'views' | 'bands'> => {
  if (!isPicture(type)) return {}
  const sha256 = createHash('sha256').update(clean).digest('hex')
  const drawn = drawSmall(clean, type)
  const look = drawn && lookOf(drawn)
  return look ? { views: look.views, bands: [sha256, ...look.bands] } : { bands: [sha256] }
}
