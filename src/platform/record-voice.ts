import Taro from '@tarojs/taro'
import { newKey } from './key'
import type { LocalFile } from './local-file'
import { failureOf } from './permission'

/** Longest voice note. */
export const longestVoiceMs = 60_000

export interface VoiceNote extends LocalFile {
  readonly seconds: number
}

export interface Recording {
  /** Ends it; null when nothing could be recorded. */
  stop(): Promise<VoiceNote | null>
}

const secondsSince = (startedAt: number) => Math.max(1, Math.round((Date.now() - startedAt) / 1000))

async function recordInBrowser(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const startedAt = Date.now()
  const parts: Blob[] = []
  recorder.ondataavailable = (event) => parts.push(event.data)
  recorder.start()
  const limit = setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), longestVoiceMs)
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve()
  })
  return {
    async stop() {
      clearTimeout(limit)
      if (recorder.state !== 'inactive') recorder.stop()
      await ended
      stream.getTracks().forEach((track) => track.stop())
      // "audio/webm;codecs=opus": storage wants the type alone.
      const type = recorder.mimeType.split(';')[0] || 'audio/webm'
      const blob = new Blob(parts, { type })
      if (blob.size === 0) return null
      const src = URL.createObjectURL(blob)
      const seconds = secondsSince(startedAt)
      return { key: await newKey(), src, type, size: blob.size, blob, seconds }
    },
  }
}

function recordOnPhone(): Promise<Recording> {
  const manager = Taro.getRecorderManager()
  return new Promise((resolve, reject) => {
    const ended = new Promise<VoiceNote | null>((give) => {
      manager.onStop(({ tempFilePath, duration, fileSize }) => {
        if (!fileSize) return give(null)
        const seconds = Math.max(1, Math.round(duration / 1000))
        const note = { src: tempFilePath, type: 'audio/aac', size: fileSize, seconds }
        newKey().then(
          (key) => give({ key, ...note }),
          () => give(null),
        )
      })
    })
    manager.onStart(() =>
      resolve({
        stop() {
          manager.stop()
          return ended
        },
      }),
    )
    manager.onError(reject)
    manager.start({
      duration: longestVoiceMs,
      format: 'aac',
      sampleRate: 16000,
      numberOfChannels: 1,
    })
  })
}

/**
 * Starts recording.
 * @throws {NotAllowed} when the phone or the person does not allow the microphone
 */
export async function startRecording(): Promise<Recording> {
  try {
    return await (process.env.TARO_ENV === 'h5' ? recordInBrowser() : recordOnPhone())
  } catch (caught) {
    throw failureOf('microphone', caught) ?? caught
  }
}

/** Plays a note or a voice file by its address. */
export function playVoice(src: string) {
  const player = Taro.createInnerAudioContext()
  player.src = src
  player.onEnded(() => player.destroy())
  player.play()
}
