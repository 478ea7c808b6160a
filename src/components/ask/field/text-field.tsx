import { View } from '@tarojs/components'
import { LineInput } from './line-input'
import './index.scss'

interface TextFieldProps {
  label: string
  initial?: string
  placeholder?: string
  onInput: (text: string) => void
  max?: number
  kind?: 'text' | 'number' | 'digit' | 'phone'
  /** Why the field was refused; stands under it. */
  error?: string | null
  hint?: string
}

/** One line of text with its name above. Uncontrolled, as every text input here. */
export function TextField(props: TextFieldProps) {
  const { label, initial = '', placeholder, onInput, max = 100, kind, error, hint } = props
  return (
    <View className="field">
      <View className="name">{label}</View>
      <View className={`field__frame ${error ? 'field__frame--error' : ''}`}>
        <LineInput
          label={label}
          initial={initial}
          placeholder={placeholder}
          onInput={onInput}
          max={max}
          kind={kind}
        />
      </View>
      {error && (
        <View className="field__error" role="alert">
          {error}
        </View>
      )}
      {hint && !error && <View className="sub mt1">{hint}</View>}
    </View>
  )
}
