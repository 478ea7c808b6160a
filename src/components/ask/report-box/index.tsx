import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useShellWords } from '../../frame/page-shell/shell-context'
import { Shape } from '../../show/shape'
import { HoldToSpeak, type HoldToSpeakProps } from './hold-to-speak'
import { TextArea } from './text-area'
import './index.scss'

/** Nobody types more than this: what takes more is pasted, and not counted under the person's eyes. */
const mostCounted = 10_000

interface ReportBoxProps {
  /** Spoken name of the text area. */
  label: string
  placeholder?: string
  /** Text at mount; later changes do not reach the box (give it another `key` to reset). */
  initial?: string
  /**
   * Longest text that can be sent. A longer one is not cut, which would lose a paste in silence:
   * the count says so, and the form does not send it.
   */
  max: number
  onInput: (text: string) => void
  /** Voice beside the text, where the device can record. */
  voice?: HoldToSpeakProps
  /** Left under the box: whether the draft is kept; `soon` while the person types. */
  status?: { text: string; kept: boolean | 'soon' }
  /** Height of the writing area in px. */
  height?: number
  children?: ReactNode
}

/** As a person counts: a letter beyond the basic plane is one. */
const countOf = (text: string) => Array.from(text).length

const statusInk = (kept: boolean | 'soon' | undefined) =>
  kept === true ? 'sub ink-green' : kept === 'soon' ? 'sub' : 'sub ink-amber'

/**
 * The text area is uncontrolled: echoing each letter back through `setData` makes letters jump
 * on slow phones. What is typed leaves through `onInput` only.
 */
export function ReportBox(props: ReportBoxProps) {
  const { label, placeholder, initial = '', max, onInput, voice, status, height = 104 } = props
  const words = useShellWords()
  const [count, setCount] = useState(countOf(initial))
  const [focused, setFocused] = useState(false)
  return (
    <View className="report-box">
      <View className={`report-box__frame ${focused ? 'report-box__frame--focused' : ''}`}>
        <TextArea
          label={label}
          placeholder={placeholder}
          initial={initial}
          height={height}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onInput={(text) => {
            setCount(countOf(text))
            onInput(text)
          }}
        />
        {voice && <HoldToSpeak {...voice} hint={voice.hint ?? words.voiceHint} />}
        {props.children}
      </View>
      <View className="between mt2">
        <View className={statusInk(status?.kept)}>
          {status && <Shape name={status.kept === true ? 'tick' : 'sand'} />} {status?.text}
        </View>
        {max <= mostCounted && (
          <View className={count > max ? 'sub tabular ink-red' : 'sub tabular'}>
            {count} / {max}
          </View>
        )}
      </View>
    </View>
  )
}
