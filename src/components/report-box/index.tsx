import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useShellWords } from '../page-shell/shell-context'
import { Shape } from '../shape'
import { HoldToSpeak, type HoldToSpeakProps } from './hold-to-speak'
import { TextArea } from './text-area'
import './index.scss'

interface ReportBoxProps {
  /** Spoken name of the text area. */
  label: string
  placeholder?: string
  /** Text at mount; later changes do not reach the box (give it another `key` to reset). */
  initial?: string
  /** Longest text, in characters. */
  max: number
  onInput: (text: string) => void
  /** Voice beside the text, where the device can record. */
  voice?: HoldToSpeakProps
  /** Left under the box: whether the draft is kept. */
  status?: { text: string; kept: boolean }
  /** Height of the writing area in px. */
  height?: number
  children?: ReactNode
}

/**
 * The text area is uncontrolled: echoing each letter back through `setData` makes letters jump
 * on slow phones. What is typed leaves through `onInput` only.
 */
export function ReportBox(props: ReportBoxProps) {
  const { label, placeholder, initial = '', max, onInput, voice, status, height = 104 } = props
  const words = useShellWords()
  const [count, setCount] = useState(initial.length)
  const [focused, setFocused] = useState(false)
  return (
    <View className="report-box">
      <View className={`report-box__frame ${focused ? 'report-box__frame--focused' : ''}`}>
        <TextArea
          label={label}
          placeholder={placeholder}
          initial={initial}
          max={max}
          height={height}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onInput={(text) => {
            setCount(text.length)
            onInput(text)
          }}
        />
        {voice && <HoldToSpeak {...voice} hint={voice.hint ?? words.voiceHint} />}
        {props.children}
      </View>
      <View className="between mt2">
        <View className={status?.kept ? 'sub ink-green' : 'sub ink-amber'}>
          {status && <Shape name={status.kept ? 'tick' : 'sand'} />} {status?.text}
        </View>
        <View className="sub tabular">
          {count} / {max}
        </View>
      </View>
    </View>
  )
}
