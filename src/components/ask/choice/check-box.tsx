import { View } from '@tarojs/components'
import { Shape } from '../../show/shape'
import { Tappable } from '../../tap/tappable'
import './check-box.scss'

interface CheckBoxProps {
  checked: boolean
  onTap: () => void
  /** Beside the box; without it `label` is what a screen reader says. */
  text?: string
  label?: string
}

/** One box of several, for wide screens. */
export function CheckBox({ checked, onTap, text, label }: CheckBoxProps) {
  return (
    <Tappable role="checkbox" className="check-box" checked={checked} label={label} onTap={onTap}>
      <View className={`check-box__box ${checked ? 'check-box__box--on' : ''}`}>
        {checked && <Shape name="tick" />}
      </View>
      {text !== undefined && <View className="check-box__text">{text}</View>}
    </Tappable>
  )
}
