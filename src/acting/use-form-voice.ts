import { useEffect, useRef, useState } from 'react'
import { actingWords as words } from '@/copy/acting'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { dropKeptFile, keepFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'
import {
  longestVoiceMs,
  playVoice,
  type Recording,
  startRecording,
} from '@/src/platform/record-voice'
import { sayFailure } from './say-failure'

/** A voice note with its length. */
export type KeptVoice = KeptFile & { readonly seconds: number }

/** A voice note instead of typing; it stands in the form's draft. Gives what `HoldToSpeak` takes. */
export function useFormVoice(voice: KeptVoice | null, onChange: (voice: KeptVoice | null) => void) {
  const [seconds, setSeconds] = useState<number | null>(null)
  const recording = useRef<Promise<Recording> | null>(null)

  useEffect(() => {
    if (seconds === null) return undefined
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])

  const onStart = () => {
    if (recording.current) return
    setSeconds(0)
    recording.current = startRecording()
    recording.current.catch((error: unknown) => {
      recording.current = null
      setSeconds(null)
      sayFailure(error)
    })
  }
  const onEnd = async () => {
    const running = recording.current
    recording.current = null
    setSeconds(null)
    const note = await running?.then((current) => current.stop()).catch(() => null)
    if (!note) return
    const { seconds: length, ...file } = note
    try {
      const kept = await keepFile(file)
      if (voice) void dropKeptFile(voice).catch(() => undefined)
      onChange({ ...kept, seconds: length })
    } catch {
      toast(words.voiceNotKept)
    }
  }
  const onRemove = () => {
    if (voice) void dropKeptFile(voice).catch(() => undefined)
    onChange(null)
  }
  const onPlay = async () => {
    const file = voice && (await readKeptFile(voice))
    if (file) playVoice(file.src)
    else toast(words.voiceGone)
  }
  const limit = Math.floor(longestVoiceMs / 1000)
  useEffect(() => {
    if (seconds !== null && seconds >= limit) void onEnd()
  })
  return {
    recordingSeconds: seconds,
    onStart,
    onEnd: () => void onEnd(),
    ...(voice && {
      kept: {
        text: words.voiceKept(voice.seconds),
        onPlay: () => void onPlay(),
        onRemove,
        removeLabel: words.removeVoice,
      },
    }),
  }
}
