import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

interface FootBarProps {
  children: ReactNode
  /** One line above the button: what it will send. */
  note?: ReactNode
  /** Two equal buttons side by side. */
  pair?: boolean
}

/** Stays at the thumb while the page scrolls under it; the page keeps its height free. */
export function FootBar({ children, note, pair = false }: FootBarProps) {
  return (
    <View className="foot-bar">
      {note && <View className="foot-bar__note">{note}</View>}
      <View className={pair ? 'foot-bar__pair' : ''}>{children}</View>
    </View>
  )
}
