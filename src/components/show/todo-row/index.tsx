import { View } from '@tarojs/components'
import { ActionButton } from '../../tap/action-button'
import { MetaLine } from '../meta-line'
import { StateChip, type StateChipProps } from '../state-chip'
import type { Way } from '../../tap/tappable'
import './index.scss'

interface TodoRowProps extends Way {
  /** Time left or over, as a chip. */
  chip: StateChipProps
  /** What kind of duty. */
  kind: string
  name: string
  facts: readonly (string | null | undefined)[]
  /** What to do, on the button. */
  verb: string
  /** Filled only for what is overdue. */
  urgent?: boolean
}

export function TodoRow({ chip, kind, name, facts, verb, urgent, onTap, href }: TodoRowProps) {
  return (
    <View className="todo-row">
      <View className="todo-row__words">
        <View className="todo-row__first">
          <StateChip {...chip} />
          <View className="todo-row__kind">{kind}</View>
        </View>
        <View className="name mt2">{name}</View>
        <View className="mt1">
          <MetaLine items={facts} />
        </View>
      </View>
      <View className="todo-row__verb">
        <ActionButton
          small
          kind={urgent ? 'filled' : 'outlined'}
          text={verb}
          label={`${verb} ${name}`}
          onTap={onTap}
          href={href}
        />
      </View>
    </View>
  )
}
