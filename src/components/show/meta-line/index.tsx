import { View } from '@tarojs/components'
import './index.scss'

/** Facts that belong together (unit, date): pieces that wrap between facts, never inside one. */
export function MetaLine({ items }: { items: readonly (string | null | undefined)[] }) {
  const shown = items.filter((item): item is string => Boolean(item))
  if (shown.length === 0) return null
  return (
    <View className="meta-line">
      {shown.map((item) => (
        <View key={item} className="meta-line__fact">
          {item}
        </View>
      ))}
    </View>
  )
}
