import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { IconName } from '../icon/icon-name'
import { MetaLine } from '../meta-line'
import { Tappable, type Way } from '../../tap/tappable'
import './index.scss'

interface RowProps extends Partial<Way> {
  name: ReactNode
  icon?: IconName
  /** Line under the name; several facts as a list. */
  line?: ReactNode | readonly (string | null | undefined)[]
  /** Under the line, e.g. a state chip. */
  under?: ReactNode
  /** At the right; a text is set as secondary. */
  value?: ReactNode
  label?: string
}

const isFacts = (line: RowProps['line']): line is readonly (string | null | undefined)[] =>
  Array.isArray(line)

/** A row of a card. With `onTap` it is one target with a chevron. */
export function Row({ name, icon, line, under, value, onTap, href, label }: RowProps) {
  const content = (
    <>
      {icon && <Icon name={icon} className="row__icon" />}
      <View className="grow">
        <View className="name">{name}</View>
        {isFacts(line) ? <MetaLine items={line} /> : line && <View className="sub">{line}</View>}
        {under && <View className="mt2">{under}</View>}
      </View>
      {value !== undefined && <View className="row__value">{value}</View>}
      {onTap && <Icon name="right" size="xs" className="row__go" />}
    </>
  )
  if (!onTap) return <View className="row">{content}</View>
  return (
    <Tappable className="row" label={label} onTap={onTap} href={href}>
      {content}
    </Tappable>
  )
}
