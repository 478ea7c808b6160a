import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { useShellWords } from '../../frame/page-shell/shell-context'
import { Picture } from '../../show/picture'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface PhotoItem {
  readonly key: string
  readonly src: string
  readonly alt: string
  readonly state?: 'sending' | 'failed'
}

interface PhotoRowProps {
  photos: readonly PhotoItem[]
  max?: number
  /** The page with its own camera, where time and place matter. */
  onSite?: { readonly text: string; readonly onTap: () => void }
  onTake?: () => void
  onChoose?: () => void
  onRemove?: (key: string) => void
  onView?: (key: string) => void
}

/** Three photos a row; the remove sign is small, its target is 48. */
export function PhotoRow(props: PhotoRowProps) {
  const { photos, max = 9, onSite, onTake, onChoose, onRemove, onView } = props
  const words = useShellWords()
  const open = photos.length < max
  return (
    <View className="photo-row">
      {photos.map((photo, index) => (
        <View key={photo.key} className="photo-row__cell">
          <Tappable
            className="photo-row__photo"
            label={photo.alt}
            onTap={() => (photo.state === 'failed' ? onRemove : onView)?.(photo.key)}
          >
            <Picture className="photo-row__image" mode="aspectFill" src={photo.src} alt="" />
            {photo.state && (
              <View className="photo-row__state">
                {photo.state === 'sending' ? words.photoSending : words.photoFailed}
              </View>
            )}
          </Tappable>
          {onRemove && (
            <Tappable
              className="photo-row__remove"
              label={words.removePhoto(index + 1)}
              onTap={() => onRemove(photo.key)}
            >
              <View className="photo-row__remove-sign">
                <Icon name="x" size="xs" />
              </View>
            </Tappable>
          )}
        </View>
      ))}
      {open && onSite && (
        <Tappable className="photo-row__cell photo-row__add" onTap={onSite.onTap}>
          <Icon name="camera" />
          <View className="mt1">{onSite.text}</View>
        </Tappable>
      )}
      {open && onTake && (
        <Tappable className="photo-row__cell photo-row__add" onTap={onTake}>
          <Icon name="camera" />
          <View className="mt1">{words.takePhoto}</View>
        </Tappable>
      )}
      {open && onChoose && (
        <Tappable className="photo-row__cell photo-row__add" onTap={onChoose}>
          <Icon name="image" />
          <View className="mt1">{words.choosePhoto}</View>
        </Tappable>
      )}
    </View>
  )
}
