import { useEffect, useRef, useState } from 'react'
import { reportWords } from '@/copy/report'
import { toast } from '@/src/components/toast/toast-bus'
import { dropKeptFile, keepFile, readKeptFile } from '@/src/platform/kept-file'
import {
  longestVoiceMs,
  playVoice,
  type Recording,
  startRecording,
} from '@/src/platform/record-voice'
import type { ReportDraft } from '../report/report-draft'

type Voice = ReportDraft['voice']

/** A voice note instead of typing. */
export function useVoice(initial: Voice, onChange: (voice: Voice) => void) {
  const [voice, setVoice] = useState<Voice>(initial)
  const [seconds, setSeconds] = useState<number | null>(null)
  const recording = useRef<Promise<Recording> | null>(null)

  useEffect(() => {
    if (seconds === null) return undefined
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])

  const put = (next: Voice) => {
    setVoice(next)
    onChange(next)
  }
  const onStart = () => {
    if (recording.current) return
    setSeconds(0)
    recording.current = startRecording()
    recording.current.catch(() => {
      recording.current = null
      setSeconds(null)
      toast(reportWords.voiceRefused)
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
      put({ ...(await keepFile(file)), seconds: length })
    } catch {
      toast(reportWords.photoNotKept)
    }
  }
  const onRemove = () => {
    if (voice) void dropKeptFile(voice)
    put(null)
  }
  const onPlay = async () => {
    const file = voice && (await readKeptFile(voice))
    if (file) playVoice(file.src)
  }
  const limit = Math.floor(longestVoiceMs / 1000)
  useEffect(() => {
    if (seconds !== null && seconds >= limit) void onEnd()
  })
  return {
    voice,
    box: {
      recordingSeconds: seconds,
      onStart,
      onEnd: () => void onEnd(),
      ...(voice && {
        kept: {
          text: reportWords.voiceKept(voice.seconds),
          onPlay: () => void onPlay(),
          onRemove,
          removeLabel: reportWords.removeVoice,
        },
      }),
    },
  }
}
