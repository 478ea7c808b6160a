import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../show/card'
import './index.scss'

interface TwoDatesProps {
  title: string
  /** Their date and ours, each with its name. Only a difference is coloured. */
  left: { label: string; value: string }
  right: { label: string; value: string; difference?: string }
  /** The reason for the difference, then the choice. */
  children?: ReactNode
}

export function TwoDates({ title, left, right, children }: TwoDatesProps) {
  return (
    <Card>
      <View className="name">{title}</View>
      <View className="two mt3">
        <View>
          <View className="sub">{left.label}</View>
          <View className="two-dates__value">{left.value}</View>
        </View>
        <View>
          <View className="sub">{right.label}</View>
          <View className={`two-dates__value ${right.difference ? 'ink-amber' : ''}`}>
            <View className="two-dates__piece">{right.value}</View>
            {right.difference && (
              <View className="two-dates__piece nowrap">· {right.difference}</View>
            )}
          </View>
        </View>
      </View>
      {children}
    </Card>
  )
}
