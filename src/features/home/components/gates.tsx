import { View } from '@tarojs/components'
import { Icon } from '@/src/components/icon'
import type { IconName } from '@/src/components/icon/icon-name'
import { Tappable } from '@/src/components/tappable'
import './gates.scss'

export interface Gate {
  readonly text: string
  readonly icon: IconName
  readonly onTap: () => void
}

/** Entrances, two a line; one a line in elder mode. */
export function Gates({ gates }: { gates: readonly Gate[] }) {
  return (
    <View className="gates">
      {gates.map((gate) => (
        <View key={gate.text} className="gates__cell">
          <Tappable className="gates__gate" onTap={gate.onTap} label={gate.text}>
            <Icon name={gate.icon} className="gates__icon" />
            <View>{gate.text}</View>
          </Tappable>
        </View>
      ))}
    </View>
  )
}
