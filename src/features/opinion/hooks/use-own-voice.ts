import { opinionWords as words } from '@/copy/opinion'
import type { Satisfaction } from '@/domain/opinion/satisfaction'
import { type KeptVoice, useFormVoice } from '@/src/acting/use-form-voice'
import { playVoice } from '@/src/platform/record-voice'
import type { Draft } from '@/src/platform/use-draft'
import type { VisitAnswer } from '../components/ask-visit'

export interface OpinionDraft {
  readonly satisfaction: Satisfaction | null
  readonly words: string
  readonly visit: VisitAnswer
  readonly voice: KeptVoice | null
  /** The voice note that was sent before does not go along again. */
  readonly dropsRecording: boolean
}

/** The microphone of the form; until another note is made, the one that was sent before stands there. */
export function useOwnVoice(
  draft: Draft<OpinionDraft>,
  recording: { readonly url: string } | null,
) {
  // Drafts kept before it was there have none.
  const { voice = null, dropsRecording } = draft.value
  const spoken = useFormVoice(voice, (kept) => draft.change({ voice: kept }))
  if (voice || dropsRecording || !recording) return spoken
  const kept = {
    text: words.sentVoice,
    onPlay: () => playVoice(recording.url),
    onRemove: () => draft.change({ dropsRecording: true }),
    removeLabel: words.removeVoice,
  }
  return { ...spoken, kept }
}
