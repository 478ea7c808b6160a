import { View } from '@tarojs/components'
import { ActionButton } from '../../tap/action-button'
import { Icon } from '../../show/icon'
import type { IconName } from '../../show/icon/icon-name'
import type { Way } from '../../tap/tappable'

export interface FaceBlockProps {
  icon: IconName
  title: string
  line?: string
  action?: Way & { text: string }
  /** A second way out, as a text. */
  other?: Way & { text: string }
}

/** Stands where content would: a sign, what is the matter, what can be done. */
export function FaceBlock({ icon, title, line, action, other }: FaceBlockProps) {
  return (
    <View className="face-block">
      <View className="face-block__sign">
        <Icon name={icon} />
      </View>
      <View className="head mt4">{title}</View>
      {line && <View className="sub mt2">{line}</View>}
      {action && (
        <View className="face-block__action">
          <ActionButton kind="outlined" {...action} />
        </View>
      )}
      {other && (
        <View className="mt2">
          <ActionButton kind="plain" {...other} />
        </View>
      )}
    </View>
  )
}
