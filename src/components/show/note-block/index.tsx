import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { IconName } from '../icon/icon-name'
import './index.scss'

interface NoteBlockProps {
  icon: IconName
  children: ReactNode
  tone?: 'neutral' | 'green' | 'blue' | 'amber' | 'red'
  /** Inside a card: smaller padding and radius. */
  inside?: boolean
  /** At the right, e.g. a text link to try again. */
  action?: ReactNode
}

/** A quiet block that explains; it asks for nothing by itself. */
export function NoteBlock({ icon, children, tone = 'neutral', inside, action }: NoteBlockProps) {
  return (
    <View className={`note-block note-block--${tone} ${inside ? 'note-block--inside' : ''}`}>
      <Icon name={icon} size="s" className="note-block__icon" />
      <View className="grow">{children}</View>
      {action && <View className="note-block__action">{action}</View>}
    </View>
  )
}
