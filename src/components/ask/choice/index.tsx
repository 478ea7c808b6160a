import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { Shape } from '../../show/shape'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly text: string
}

interface ChoiceProps<V extends string> {
  label: string
  options: readonly ChoiceOption<V>[]
  value: V | null
  onChange: (value: V) => void
}

/** Two equal choices side by side: same / changed, agree / propose another. */
export function ChoicePair<V extends string>({ label, options, value, onChange }: ChoiceProps<V>) {
  return (
    <View className="two" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <Tappable
          key={option.value}
          role="radio"
          checked={option.value === value}
          className={`choice-pair ${option.value === value ? 'choice-pair--on' : ''}`}
          onTap={() => onChange(option.value)}
        >
          {option.value === value && <Icon name="check" size="s" className="choice-pair__tick" />}
          <View>{option.text}</View>
        </Tappable>
      ))}
    </View>
  )
}

/** A few short reasons that wrap; one is chosen. */
export function ReasonOptions<V extends string>(props: ChoiceProps<V>) {
  const { label, options, value, onChange } = props
  return (
    <View className="reason-options" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <Tappable
          key={option.value}
          role="radio"
          checked={option.value === value}
          className={`reason-options__option ${
            option.value === value ? 'reason-options__option--on' : ''
          }`}
          onTap={() => onChange(option.value)}
        >
          {option.value === value && <Shape name="tick" className="reason-options__tick" />}
          <View>{option.text}</View>
        </Tappable>
      ))}
    </View>
  )
}
