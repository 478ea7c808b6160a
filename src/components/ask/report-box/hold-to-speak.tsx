import { View } from '@tarojs/components'
import { useRef } from 'react'
import { Icon } from '../../show/icon'
import { useShellWords } from '../../frame/page-shell/shell-context'
import { Tappable } from '../../tap/tappable'

export interface HoldToSpeakProps {
  /** Seconds recorded so far; null when not recording. */
  recordingSeconds: number | null
  onStart: () => void
  onEnd: () => void
  hint?: string
  /** A recording that is kept: its name, and how to listen or remove. */
  kept?: { text: string; onPlay: () => void; onRemove: () => void; removeLabel: string }
}

/** Hold to record; with the keyboard or a screen reader one tap starts and the next one ends. */
export function HoldToSpeak({ recordingSeconds, onStart, onEnd, hint, kept }: HoldToSpeakProps) {
  const words = useShellWords()
  const recording = recordingSeconds !== null
  // A short touch is followed by a tap, which would start a recording that no finger ends.
  const touched = useRef(false)
  const onTouch = () => {
    touched.current = true
    onStart()
  }
  const onTap = () => {
    const ofTouch = touched.current
    touched.current = false
    if (ofTouch) return
    if (recording) onEnd()
    else onStart()
  }
  return (
    <View className="hold-to-speak">
      <View onTouchStart={onTouch} onTouchEnd={onEnd} onTouchCancel={onEnd}>
        <Tappable
          className={`hold-to-speak__button ${recording ? 'hold-to-speak__button--on' : ''}`}
          label={recording ? words.releaseToStop : words.holdToSpeak}
          onTap={onTap}
        >
          <Icon name="mic" />
        </Tappable>
      </View>
      <View className="grow ml3">
        <View className="name">
          {recording ? `${words.releaseToStop} ${recordingSeconds}"` : words.holdToSpeak}
        </View>
        {!kept && <View className="sub">{hint}</View>}
        {kept && (
          <View className="flex">
            <Tappable className="hold-to-speak__kept" onTap={kept.onPlay}>
              <Icon name="play" size="s" />
              <View className="ml1">{kept.text}</View>
            </Tappable>
            <Tappable
              className="hold-to-speak__remove"
              label={kept.removeLabel}
              onTap={kept.onRemove}
            >
              <Icon name="trash" size="s" />
            </Tappable>
          </View>
        )}
      </View>
    </View>
  )
}
