import { View } from '@tarojs/components'
import { Icon } from '@/src/components/show/icon'
import type { IconName } from '@/src/components/show/icon/icon-name'
import { Tappable, type Way } from '@/src/components/tap/tappable'
import './gates.scss'

export interface Gate extends Way {
  readonly text: string
  readonly icon: IconName
}

/** Entrances, two a line; one a line in elder mode. */
export function Gates({ gates }: { gates: readonly Gate[] }) {
  return (
    <View className="gates">
      {gates.map((gate) => (
        <View key={gate.text} className="gates__cell">
          <Tappable className="gates__gate" onTap={gate.onTap} href={gate.href}>
            <Icon name={gate.icon} className="gates__icon" />
            <View>{gate.text}</View>
          </Tappable>
        </View>
      ))}
    </View>
  )
}
