import { Input, View } from '@tarojs/components'
import { Icon } from '../icon'
import './index.scss'

interface SearchFieldProps {
  placeholder: string
  initial?: string
  /** Called while typing; the caller waits before it asks the server. */
  onInput: (text: string) => void
  onConfirm?: (text: string) => void
}

export function SearchField({ placeholder, initial = '', onInput, onConfirm }: SearchFieldProps) {
  return (
    <View className="field__frame field__frame--search">
      <Icon name="search" size="s" className="field__icon" />
      <Input
        className="field__input"
        aria-label={placeholder}
        defaultValue={initial}
        placeholder={placeholder}
        placeholderClass="field__placeholder"
        confirmType="search"
        maxlength={30}
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={(event) => onConfirm?.(event.detail.value)}
      />
    </View>
  )
}
