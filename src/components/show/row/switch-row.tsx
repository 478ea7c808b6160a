import { View } from '@tarojs/components'
import { Icon } from '../icon'
import type { IconName } from '../icon/icon-name'
import { Tappable } from '../../tap/tappable'
import './index.scss'

interface SwitchRowProps {
  name: string
  line?: string
  icon?: IconName
  checked: boolean
  onChange: (checked: boolean) => void
}

/** The whole row is the switch: a target of its full height. */
export function SwitchRow({ name, line, icon, checked, onChange }: SwitchRowProps) {
  return (
    <Tappable
      className="row switch-row"
      role="switch"
      checked={checked}
      label={line ? `${name} ${line}` : name}
      onTap={() => onChange(!checked)}
    >
      {icon && <Icon name={icon} className="row__icon" />}
      <View className="grow">
        <View className="between">
          <View className="name">{name}</View>
          <View className={`switch ${checked ? 'switch--on' : ''}`} />
        </View>
        {line && <View className="sub mt1">{line}</View>}
      </View>
    </Tappable>
  )
}
