import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShell } from '../page-shell/shell-context'
import { SecrecyStrip } from '../secrecy-strip'
import { ToastHost } from '../toast/toast-host'
import './index.scss'

interface WideShellProps {
  bar: ReactNode
  children: ReactNode
}

/** The office's frame from 960 px on (H5): bar, strip, and a full-height working area. */
export function WideShell({ bar, children }: WideShellProps) {
  const { elder } = useShell()
  return (
    <View className={elder ? 'wide-shell wide elder' : 'wide-shell wide'}>
      {bar}
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
