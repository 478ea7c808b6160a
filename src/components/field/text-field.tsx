import { Input, View } from '@tarojs/components'
import { useRef } from 'react'
import './index.scss'

interface TextFieldProps {
  label: string
  initial?: string
  placeholder?: string
  onInput: (text: string) => void
  max?: number
  kind?: 'text' | 'number' | 'digit'
  /** Why the field was refused; stands under it. */
  error?: string | null
  hint?: string
}

/** One line of text with its name above. Uncontrolled, as every text input here. */
export function TextField(props: TextFieldProps) {
  const { label, initial = '', placeholder, onInput, max = 100, kind = 'text', error, hint } = props
  const first = useRef(initial)
  return (
    <View className="field">
      <View className="name">{label}</View>
      <View className={`field__frame ${error ? 'field__frame--error' : ''}`}>
        <Input
          className="field__input"
          aria-label={label}
          type={kind}
          defaultValue={first.current}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          maxlength={max}
          onInput={(event) => onInput(event.detail.value)}
        />
      </View>
      {error ? (
        <View className="field__error">{error}</View>
      ) : (
        hint && <View className="sub mt1">{hint}</View>
      )}
    </View>
  )
}
