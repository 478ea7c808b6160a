import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../card'
import './index.scss'

interface NoticeBlockProps {
  title: string
  /** A sentence with one number in it, e.g. days left. */
  before: string
  number: number
  after: string
  /** The period in words. */
  line: string
  /** Days of the period as cells; the current day is still open. */
  cells: { total: number; past: number }
  children?: ReactNode
  action?: ReactNode
}

/** A running period with its days and its one button. */
export function NoticeBlock(props: NoticeBlockProps) {
  const { title, before, number, after, line, cells, children, action } = props
  return (
    <Card marked>
      <View className="head">{title}</View>
      <View className="notice-block__count">
        {before} <View className="notice-block__number">{number}</View> {after}
      </View>
      <View className="sub tabular">{line}</View>
      <View className="notice-block__cells" aria-hidden="true">
        {Array.from({ length: cells.total }, (_, day) => (
          <View
            key={day}
            className={
              day < cells.past
                ? 'notice-block__cell notice-block__cell--past'
                : 'notice-block__cell'
            }
          />
        ))}
      </View>
      {children && <View className="mt3">{children}</View>}
      {action && <View className="mt4">{action}</View>}
    </Card>
  )
}
