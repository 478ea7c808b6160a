import type { Opinion } from '@/domain/opinion/opinion'
import type { Parts } from './parts'

/** Voice notes of these opinions by links that live minutes; of a file that is gone there is none. */
export const recordingsOf = async (
  { files }: Pick<Parts, 'files'>,
  opinions: readonly Opinion[],
): Promise<(opinion: Opinion) => { fileId: string; url: string } | null> => {
  const links = await files.links(opinions.flatMap(({ recordingId }) => recordingId ?? []))
  return ({ recordingId: fileId = null }) => {
    const url = fileId === null ? undefined : links.get(fileId)
    return fileId === null || url === undefined ? null : { fileId, url }
  }
}
