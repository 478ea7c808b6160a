import { View } from '@tarojs/components'
import { Picture } from '../picture'
import { Tappable } from '../../tap/tappable'
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
            <Picture className="before-after" mode="aspectFill" src={photo.src} alt="" />
          </Tappable>
          <View className="sub mt1">
            <View className="name dark">{photo.label}</View>
            {photo.date}
          </View>
        </View>
      ))}
    </View>
  )
}
