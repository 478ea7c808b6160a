import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShell } from '../page-shell/shell-context'
import { SecrecyStrip } from '../secrecy-strip'
import { Tappable, type Way } from '../tappable'
import { ToastHost } from '../toast/toast-host'
import './index.scss'

export interface WideNavItem extends Way {
  readonly key: string
  readonly text: string
}

interface WideShellProps {
  brand: string
  nav: readonly WideNavItem[]
  current: string
  /** Who is working, and links; at the right of the top bar. */
  right?: ReactNode
  children: ReactNode
}

/** The office's frame from 960 px on (H5): top bar, strip, and a full-height working area. */
export function WideShell({ brand, nav, current, right, children }: WideShellProps) {
  const { elder } = useShell()
  return (
    <View className={elder ? 'wide-shell wide elder' : 'wide-shell wide'}>
      <View className="wide-shell__top">
        <View className="wide-shell__brand">{brand}</View>
        <View className="wide-shell__nav" role="navigation">
          {nav.map((item) => (
            <Tappable
              key={item.key}
              selected={item.key === current}
              className={`wide-shell__item ${item.key === current ? 'wide-shell__item--on' : ''}`}
              onTap={item.onTap}
              href={item.href}
            >
              {item.text}
            </Tappable>
          ))}
        </View>
        <View className="wide-shell__right">{right}</View>
      </View>
      <SecrecyStrip wide />
      <View className="wide-shell__main">{children}</View>
      <ToastHost />
    </View>
  )
}

interface PaneProps {
  /** `list` 296 wide at the left, `main` takes the rest, `side` 500 at the right. */
  kind: 'list' | 'main' | 'side'
  children: ReactNode
  /** Stays under the scrolling part. */
  foot?: ReactNode
}

/** One scrolling column of the working area. */
export function WidePane({ kind, children, foot }: PaneProps) {
  return (
    <View className={`wide-pane wide-pane--${kind}`}>
      <View className="wide-pane__scroll">{children}</View>
      {foot && <View className="wide-pane__foot">{foot}</View>}
    </View>
  )
}
