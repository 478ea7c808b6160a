import { View } from '@tarojs/components'
import { actingWords as words } from '@/copy/acting'
import { SwitchRow } from '@/src/components/show/row/switch-row'

interface ClearedPhotosProps {
  label: string
  photos: readonly { readonly fileId: string }[]
  cleared: readonly string[]
  onChange: (cleared: readonly string[]) => void
}

/** Photos of a sealed original: each is let through by a choice of its own, none by itself. */
export function ClearedPhotos({ label, photos, cleared, onChange }: ClearedPhotosProps) {
  if (photos.length === 0) return null
  const choose = (fileId: string, on: boolean) => {
    const others = cleared.filter((each) => each !== fileId)
    onChange(on ? [...others, fileId] : others)
  }
  return (
    <View className="mt3">
      <View className="name">{label}</View>
      {photos.map(({ fileId }, place) => (
        <SwitchRow
          key={fileId}
          name={words.photo(place + 1)}
          checked={cleared.includes(fileId)}
          onChange={(on) => choose(fileId, on)}
        />
      ))}
    </View>
  )
}
