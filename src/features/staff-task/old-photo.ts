import { linkBefore } from '@/src/acting/link-before'
import { fetchPhoto } from '@/src/platform/fetch-photo'
import { keepFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'

interface OldPhoto {
  readonly file: KeptFile
  /** Where it is drawn from. */
  readonly src: string
}

/**
 * 整改前的照片 of one of these parts as the phone keeps it, brought where it is not there yet; null where there
 * is none, or no network to bring it.
 * @throws CallError or the phone's own failure
 */
export async function bringOldPhoto(
  taskId: string,
  parts: readonly { readonly id: string }[],
  kept: KeptFile | null,
  offline: boolean,
): Promise<OldPhoto | null> {
  const there = kept ? await readKeptFile(kept) : null
  if (kept && there) return { file: kept, src: there.src }
  const link = offline ? null : await linkBefore(taskId, parts)
  if (link === null) return null
  const file = await keepFile(await fetchPhoto(link))
  return { file, src: (await readKeptFile(file))?.src ?? '' }
}
