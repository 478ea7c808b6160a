import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { Tappable } from '../../tap/tappable'
import './index.scss'

interface FactRowProps {
  /** The question, in a narrow column. */
  name: string
  value: ReactNode
  /** Behind the value, e.g. a link to call. */
  right?: ReactNode
  /** Value at the right end, as in a form. */
  form?: boolean
  onTap?: () => void
}

/** Question and answer on one line: who, until when, phone; or a field of a form. */
export function FactRow({ name, value, right, form = false, onTap }: FactRowProps) {
  const valueClass = ['fact-row__value']
  if (form) valueClass.push('fact-row__value--form')
  if (right) valueClass.push('fact-row__value--beside')
  const content = (
    <>
      <View className={form ? 'fact-row__name fact-row__name--form' : 'fact-row__name'}>
        {name}
      </View>
      <View className={valueClass.join(' ')}>{value}</View>
      {right}
      {onTap && <Icon name="right" size="xs" className="row__go" />}
    </>
  )
  if (!onTap) return <View className="row fact-row">{content}</View>
  return (
    <Tappable className="row fact-row" onTap={onTap}>
      {content}
    </Tappable>
  )
}
