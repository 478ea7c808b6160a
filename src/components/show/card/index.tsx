import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tappable, type Way } from '../../tap/tappable'
import './index.scss'

interface CardProps extends Partial<Way> {
  children: ReactNode
  /** Holds rows, which bring their own height. */
  rows?: boolean
  /** A 2 px amber edge: the block that waits for this person. */
  marked?: boolean
  /** `low` ends with a link row, `high` starts with a timeline. */
  padding?: 'low' | 'high'
  /** As of `Tappable`. */
  heard?: string
  className?: string
}

export function Card(props: CardProps) {
  const { children, rows, marked, padding, onTap, href, heard, className } = props
  const classes = ['card']
  if (rows) classes.push('card--rows')
  if (marked) classes.push('card--marked')
  if (padding) classes.push(`card--${padding}`)
  if (className) classes.push(className)
  if (!onTap) return <View className={classes.join(' ')}>{children}</View>
  return (
    <Tappable className={classes.join(' ')} heard={heard} onTap={onTap} href={href}>
      {children}
    </Tappable>
  )
}
