import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { LineInput } from './line-input'
import './index.scss'

interface SearchFieldProps {
  placeholder: string
  initial?: string
  /** Called while typing; the caller waits before it asks the server. */
  onInput: (text: string) => void
  onConfirm?: (text: string) => void
}

/** Longest query the server takes. */
const longest = 30

export function SearchField({ placeholder, initial = '', onInput, onConfirm }: SearchFieldProps) {
  return (
    <View className="field__frame field__frame--search">
      <Icon name="search" size="s" className="field__icon" />
      <LineInput
        search
        label={placeholder}
        initial={initial}
        placeholder={placeholder}
        onInput={onInput}
        onConfirm={onConfirm}
        max={longest}
      />
    </View>
  )
}
