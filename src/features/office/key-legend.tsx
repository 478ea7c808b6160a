import { View } from '@tarojs/components'
import './key-legend.scss'

interface KeyLegendProps {
  keys: readonly { readonly key: string; readonly does: string }[]
}

/** Which keys this page takes; for those who look, not for those who listen. */
export function KeyLegend({ keys }: KeyLegendProps) {
  return (
    <View className="key-legend" aria-hidden="true">
      {keys.map(({ key, does }) => (
        <View key={key} className="key-legend__item">
          {does}
          <View className="key-legend__key">{key}</View>
        </View>
      ))}
    </View>
  )
}
