import { View } from '@tarojs/components'
import { Tappable } from '../../tap/tappable'
import type { ChoiceOption } from './index'
import './radio-list.scss'

interface RadioListProps<V extends string> {
  label: string
  options: readonly (ChoiceOption<V> & { line?: string; hint?: string; key?: string })[]
  value: V | null
  onChange: (value: V) => void
  /** Two in a line where they fit. */
  pairs?: boolean
}

/** Choices that need a line of their own; `key` shows the keyboard key on a wide screen. */
export function RadioList<V extends string>({
  label,
  options,
  value,
  onChange,
  pairs = false,
}: RadioListProps<V>) {
  return (
    <View className={pairs ? 'radio-pairs' : ''} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <Tappable
          key={option.value}
          role="radio"
          checked={option.value === value}
          className={`radio-list ${option.value === value ? 'radio-list--on' : ''}`}
          onTap={() => onChange(option.value)}
        >
          <View className="radio-list__ring" />
          <View className="grow">
            <View>{option.text}</View>
            {option.line && <View className="sub">{option.line}</View>}
          </View>
          {option.hint && <View className="sub">{option.hint}</View>}
          {option.key && <View className="radio-list__key">{option.key}</View>}
        </Tappable>
      ))}
    </View>
  )
}
