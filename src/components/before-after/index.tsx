import { View } from '@tarojs/components'
import { Picture } from '../picture'
import { Tappable } from '../tappable'
import './index.scss'

export interface ComparedPhoto {
  readonly label: string
  readonly date: string
  readonly src: string
  readonly alt: string
}

interface BeforeAfterProps {
  photos: readonly ComparedPhoto[]
  onView: (index: number) => void
}

/** Photos side by side, each with its name and date. */
export function BeforeAfter({ photos, onView }: BeforeAfterProps) {
  return (
    <View className="two">
      {photos.map((photo, index) => (
        <View key={photo.label}>
          <Tappable label={photo.alt} onTap={() => onView(index)}>
            <Picture className="before-after__image" mode="aspectFill" src={photo.src} alt="" />
          </Tappable>
          <View className="before-after__caption">
            <View className="before-after__label">{photo.label}</View>
            <View className="tabular">{photo.date}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
