import { createHash } from 'node:crypto'
import { lookOf } from '@/domain/signs/photo-look'
import { isPicture } from '../file-types'
import type { LookOf } from '../uploads'
import { drawSmall } from './draw'

/**
 * By what a unit's picture is known again. Only the same bytes are where its look cannot be told;
 * of a resident's picture nothing is kept, or it would find the phone.
 */
export const lookOfUpload: LookOf = (clean, type) => {
  if (!isPicture(type)) return {}
  const sha256 = createHash('sha256').update(clean).digest('hex')
  const drawn = drawSmall(clean, type)
  const look = drawn && lookOf(drawn)
  return look ? { views: look.views, bands: [sha256, ...look.bands] } : { bands: [sha256] }
}
