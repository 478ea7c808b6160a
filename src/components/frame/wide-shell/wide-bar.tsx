import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShell } from '../page-shell/shell-context'
import { Tappable, type Way } from '../../tap/tappable'
import './wide-bar.scss'

export interface WideNavItem extends Way {
  readonly key: string
  readonly text: string
}

export interface WideBarProps {
  brand: WideNavItem
  nav: readonly WideNavItem[]
  current: string | null
  /** Who is working, and links; at the right. */
  right?: ReactNode
}

/** The bar over every page of those who work on a wide screen. */
export function WideBar({ brand, nav, current, right }: WideBarProps) {
  const { elder } = useShell()
  return (
    <View className={elder ? 'wide-bar wide elder' : 'wide-bar wide'}>
      <Tappable className="wide-bar__brand" onTap={brand.onTap} href={brand.href}>
        {brand.text}
      </Tappable>
      <View className="wide-bar__nav" role="navigation">
        {nav.map((item) => (
          <Tappable
            key={item.key}
            selected={item.key === current}
            className={`wide-bar__item ${item.key === current ? 'wide-bar__item--on' : ''}`}
            onTap={item.onTap}
            href={item.href}
          >
            {item.text}
          </Tappable>
        ))}
      </View>
      <View className="wide-bar__right">{right}</View>
    </View>
  )
}
