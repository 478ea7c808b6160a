import { Input } from '@tarojs/components'
import { useRef } from 'react'

interface LineInputProps {
  label: string
  initial: string
  placeholder?: string
  onInput: (text: string) => void
  onConfirm?: (text: string) => void
  max: number
  kind?: 'text' | 'number' | 'digit' | 'phone'
  search?: boolean
}

const inputModes = { text: 'text', number: 'numeric', digit: 'decimal', phone: 'tel' } as const
/**
 * One uncontrolled line. On H5 the browser's own element: Taro's wrapper keeps the spoken name
 * outside the element that has the focus.
 */
export function LineInput(props: LineInputProps) {
  const { label, placeholder, onInput, onConfirm, max, kind = 'text', search = false } = props
  const first = useRef(props.initial)
  const last = useRef(props.initial)
  const take = (text: string) => {
    if (text === last.current) return
    last.current = text
    onInput(text)
  }
  if (process.env.TARO_ENV === 'h5') {
    return (
      <input
        className="field__input"
        type={search ? 'search' : 'text'}
        inputMode={inputModes[kind]}
        aria-label={label}
        defaultValue={first.current}
        placeholder={placeholder}
        maxLength={max}
        onChange={(event) => take(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onConfirm?.(event.currentTarget.value)}
      />
    )
  }
  return (
    <Input
      className="field__input"
      aria-label={label}
      type={kind === 'phone' ? 'number' : kind}
      defaultValue={first.current}
      placeholder={placeholder}
      placeholderClass="field__placeholder"
      maxlength={max}
      confirmType={search ? 'search' : 'done'}
      onInput={(event) => take(event.detail.value)}
      // An input method may settle its last letters only now.
      onBlur={(event) => take(event.detail.value)}
      onConfirm={(event) => onConfirm?.(event.detail.value)}
    />
  )
}
