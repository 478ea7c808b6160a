import { Textarea } from '@tarojs/components'
import { useEffect, useRef } from 'react'

interface TextAreaProps {
  label: string
  initial: string
  placeholder?: string
  /** Least height in px; the area grows with its text. */
  height: number
  onInput: (text: string) => void
  onFocus: () => void
  onBlur: () => void
}

const growWithText = (area: HTMLTextAreaElement) => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

/** Uncontrolled: what is typed leaves through `onInput` only. */
export function TextArea(props: TextAreaProps) {
  const { label, placeholder, height, onInput, onFocus, onBlur } = props
  const first = useRef(props.initial)
  const last = useRef(props.initial)
  const take = (text: string) => {
    if (text === last.current) return
    last.current = text
    onInput(text)
  }
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (area.current) growWithText(area.current)
  }, [])
  const style = { minHeight: `${height}px` }
  if (process.env.TARO_ENV === 'h5') {
    return (
      <textarea
        ref={area}
        className="report-box__area"
        style={style}
        rows={1}
        aria-label={label}
        defaultValue={first.current}
        placeholder={placeholder}
        onFocus={onFocus}
        onBlur={onBlur}
        onChange={(event) => {
          growWithText(event.target)
          take(event.target.value)
        }}
      />
    )
  }
  return (
    <Textarea
      className="report-box__area"
      style={style}
      aria-label={label}
      placeholder={placeholder}
      placeholderClass="report-box__placeholder"
      defaultValue={first.current}
      maxlength={-1}
      autoHeight
      showConfirmBar={false}
      cursorSpacing={80}
      onFocus={onFocus}
      onBlur={(event) => {
        // An input method may settle its last letters only now.
        take(event.detail.value)
        onBlur()
      }}
      onInput={(event) => take(event.detail.value)}
    />
  )
}
