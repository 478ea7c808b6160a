import { View } from '@tarojs/components'
import { Shape } from '../../show/shape'
import { Tappable } from '../../tap/tappable'
import type { ChoiceOption } from './index'
import './index.scss'

interface ManyOptionsProps<V extends string> {
  label: string
  options: readonly ChoiceOption<V>[]
  values: readonly V[]
  /** In the order of the options. */
  onChange: (values: V[]) => void
}

/** A few short choices that wrap; any number of them. */
export function ManyOptions<V extends string>(props: ManyOptionsProps<V>) {
  const { label, options, values, onChange } = props
  const toggle = (value: V) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((each) => values.includes(each) !== (each === value)),
    )
  return (
    <View className="reason-options" role="group" aria-label={label}>
      {options.map(({ value, text }) => {
        const isOn = values.includes(value)
        return (
          <Tappable
            key={value}
            role="checkbox"
            checked={isOn}
            className={`reason-options__option ${isOn ? 'reason-options__option--on' : ''}`}
            onTap={() => toggle(value)}
          >
            {isOn && <Shape name="tick" className="reason-options__tick" />}
            <View>{text}</View>
          </Tappable>
        )
      })}
    </View>
  )
}
