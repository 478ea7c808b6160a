import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { Tappable } from '../../tap/tappable'
import { useShell } from './shell-context'

/** Our own tab bar: the native one neither grows in elder mode nor follows the role. */
export function TabBar({ current }: { current: string }) {
  const { tabs } = useShell()
  return (
    <View className="tab-bar" role="tablist">
      {tabs.map((tab) => (
        <Tappable
          key={tab.key}
          role="tab"
          className={`tab-bar__tab ${tab.key === current ? 'tab-bar__tab--on' : ''}`}
          selected={tab.key === current}
          href={tab.href}
          onTap={() => tab.key !== current && tab.onTap()}
        >
          <Icon name={tab.icon} />
          <View>{tab.text}</View>
        </Tappable>
      ))}
    </View>
  )
}
