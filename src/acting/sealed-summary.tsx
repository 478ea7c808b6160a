import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ActionButton } from '@/src/components/tap/action-button'
import { blockedBy, tooLong } from './blocked'
import { DraftBox } from './draft-box'
import { RestoredNote } from './restored-note'
import type { Acting } from './use-act'

interface SummaryWords {
  /** Who may read the words, and that each look is recorded. */
  readonly readLine: string
  readonly readOriginal: string
  readonly openFirst: string
  readonly summary: string
  readonly summaryHint: string
  readonly summaryNeeded: string
  readonly summarize: string
}

interface SealedSummaryProps {
  words: SummaryWords
  act: Pick<Acting, 'busy'>
  onLook: () => void
  /** What the look has shown; null before it. */
  opened: ReactNode | null
  /** Whoever may only look has no form. */
  mayWrite?: boolean
  draft: Parameters<typeof RestoredNote>[0]['draft'] & Parameters<typeof DraftBox>[0]['draft']
  text: string
  max: number
  onInput: (text: string) => void
  onSend: () => void
  /** What is said besides the summary's own words. */
  children: ReactNode
}

/** Intake reads sealed words by a recorded look, and only then writes what others may know of them. */
export function SealedSummary({ mayWrite = true, ...props }: SealedSummaryProps) {
  const { words, act, onLook, opened } = props
  return (
    <View>
      <View className="dim mb2">{words.readLine}</View>
      <ActionButton
        kind="outlined"
        icon="eye"
        text={words.readOriginal}
        busy={act.busy}
        onTap={onLook}
      />
      {opened}
      {mayWrite && <Form {...props} />}
    </View>
  )
}

function Form({ words, act, opened, draft, text, max, ...form }: SealedSummaryProps) {
  return (
    <View className="mt4">
      <RestoredNote draft={draft} />
      <View className="name mb2">{words.summary}</View>
      <DraftBox
        draft={draft}
        label={words.summary}
        placeholder={words.summaryHint}
        text={text}
        max={max}
        onInput={form.onInput}
      />
      {form.children}
      <View className="mt4">
        <ActionButton
          text={words.summarize}
          busy={act.busy}
          blocked={blockedBy(
            opened === null && words.openFirst,
            text.trim() === '' && words.summaryNeeded,
            tooLong(text, max),
          )}
          onTap={form.onSend}
        />
      </View>
    </View>
  )
}
