import { View } from '@tarojs/components'
import { Sheet } from '../../frame/sheet'
import { Shape } from '../../show/shape'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface Option<V extends string = string> {
  readonly value: V
  readonly text: string
  readonly line?: string
}

interface OptionSheetProps<V extends string> {
  open: boolean
  title: string
  options: readonly Option<V>[]
  value: V | null
  onChoose: (value: V) => void
  onClose: () => void
}

/** One choice of a list; choosing closes it. */
export function OptionSheet<V extends string>(props: OptionSheetProps<V>) {
  const { open, title, options, value, onChoose, onClose } = props
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View role="listbox" aria-label={title}>
        {options.map((option) => (
          <Tappable
            key={option.value}
            role="option"
            selected={option.value === value}
            className={`option-sheet__row ${option.value === value ? 'option-sheet__row--on' : ''}`}
            onTap={() => {
              onChoose(option.value)
              onClose()
            }}
          >
            <View className="grow">
              <View>{option.text}</View>
              {option.line && <View className="sub">{option.line}</View>}
            </View>
            {option.value === value && <Shape name="tick" />}
          </Tappable>
        ))}
      </View>
    </Sheet>
  )
}
