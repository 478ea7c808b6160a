import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { Tappable } from '../../tap/tappable'
import { useShell } from './shell-context'

interface NavBarProps {
  title: string
  brand?: { name: string; place: string }
  back: boolean
}

/** Title bar where the platform draws none: on H5, and on home under WeChat's capsule. */
export function NavBar({ title, brand, back }: NavBarProps) {
  const { statusBarHeight, goBack, words } = useShell()
  return (
    <View className="nav-bar" style={{ paddingTop: `${statusBarHeight}px` }}>
      {brand ? (
        <View className="nav-bar__line nav-bar__line--brand">
          <View className="nav-bar__brand">{brand.name}</View>
          <View className="nav-bar__place">{brand.place}</View>
        </View>
      ) : (
        <View className="nav-bar__line">
          {back && (
            <Tappable className="nav-bar__back" label={words.back} onTap={goBack}>
              <Icon name="back" />
            </Tappable>
          )}
          <View className="nav-bar__title">{title}</View>
        </View>
      )}
    </View>
  )
}
