import { View } from '@tarojs/components'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { viewPhotos } from '@/src/platform/photo-viewer'

interface StoredPhotosProps {
  readonly photos: readonly { readonly fileId: string; readonly url: string }[]
  /** What a screen reader says of the photo at this place, from 1. */
  readonly alt: (nth: number) => string
  readonly title?: string
}

/** Photos that the server keeps, in a row; a tap shows them large. Nothing where there are none. */
export function StoredPhotos({ photos, alt, title }: StoredPhotosProps) {
  if (photos.length === 0) return null
  const view = (key: string) =>
    viewPhotos(
      photos.map(({ url }) => url),
      photos.findIndex(({ fileId }) => fileId === key),
    )
  return (
    <View className="mt3">
      {title && <View className="sub mb2">{title}</View>}
      <PhotoRow
        photos={photos.map(({ fileId, url }, place) => ({
          key: fileId,
          src: url,
          alt: alt(place + 1),
        }))}
        onView={view}
      />
    </View>
  )
}
