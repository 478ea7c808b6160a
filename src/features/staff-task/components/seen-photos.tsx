import { useFormPhotos } from '@/src/acting/use-form-photos'
import { PhotoRow } from '@/src/components/ask/photo-row'
import type { KeptFile } from '@/src/platform/kept-file'

/** Photos that are kept on this phone, to look at only. */
export function SeenPhotos({ photos }: { photos: readonly KeptFile[] }) {
  const { photos: shown, onView } = useFormPhotos(
    photos,
    () => photos,
    () => undefined,
  )
  return <PhotoRow photos={shown} onView={onView} />
}
