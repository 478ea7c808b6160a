import type { FeedbackAnswer } from '@/domain/feedback/feedback'
import type { Unit } from '@/domain/organization/unit'

/** Photos of which a link could be made; a file that is gone is left out. */
export const photosOf = (fileIds: readonly string[], links: ReadonlyMap<string, string>) =>
  fileIds.flatMap((fileId) => {
    const url = links.get(fileId)
    return url ? [{ fileId, url }] : []
  })

/** An answer as anybody but its author reads it: which unit, never which person. */
export const answerView = (
  { finding, text, unitId, photoIds, releasedOn }: FeedbackAnswer,
  units: ReadonlyMap<string, Unit>,
  links: ReadonlyMap<string, string>,
) => ({
  finding,
  text,
  unitName: units.get(unitId)?.name ?? '',
  unitPhone: units.get(unitId)?.phone ?? null,
  photos: photosOf(photoIds, links),
  on: releasedOn,
})
