import { maxMatterWords, maxSummaryWords } from '@/contract/opinion/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { satisfactionNames, summaryWords as words, voiceNames } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { matterSides, type MatterSide } from '@/domain/opinion/summary'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { StoredVoice } from '@/src/acting/stored-voice'
import { SealedSummary } from '@/src/acting/sealed-summary'
import type { Acting } from '@/src/acting/use-act'
import { Card } from '@/src/components/show/card'
import { useDraft } from '@/src/platform/use-draft'

type Opened = ActionOutput<'opinion.openWords'>

const nothing = { words: '', collective: '', residents: '' }

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Intake reads what was said and writes what others may read of it. */
export function SummarizeForm({ summaryId, act }: { summaryId: string; act: Acting }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const draft = useDraft<typeof nothing>(`summarize.${summaryId}`, nothing)
  const typed = draft.value
  const matters = matterSides.flatMap((side) =>
    linesOf(typed[side]).map((line) => ({ side, words: line })),
  )
  const send = () => {
    if (!opened) return
    const input = { summaryId, digest: opened.digest, words: typed.words.trim(), matters }
    void act.run(deed('opinion.summarize', input, { told: words.summarized }), draft)
  }
  const open = () =>
    void act.run(deed('opinion.openWords', { summaryId }, { then: (output) => setOpened(output) }))
  return (
    <SealedSummary
      words={words}
      act={act}
      onLook={open}
      opened={opened && <Said opened={opened} />}
      draft={draft}
      text={typed.words}
      max={maxSummaryWords}
      onInput={(text) => draft.change({ words: text })}
      onSend={send}
    >
      {matterSides.map((side: MatterSide) => (
        <View key={side} className="mt3">
          <View className="name mb2">{words.matters(words.sides[side])}</View>
          <DraftBox
            draft={draft}
            label={words.matters(words.sides[side])}
            placeholder={words.mattersHint}
            text={typed[side]}
            max={maxMatterWords}
            onInput={(text) => draft.change({ [side]: text })}
          />
        </View>
      ))}
    </SealedSummary>
  )
}

function Said({ opened: { items } }: { opened: Opened }) {
  return (
    <View className="mt3">
      <Card>
        {items.length === 0 && <View>{words.nobody}</View>}
        {items.map((item, place) => (
          <View key={place} className="mt2">
            <View className="dim">
              {words.said(
                item.villageName,
                voiceNames[item.voice],
                item.satisfaction ? satisfactionNames[item.satisfaction] : '',
              )}
            </View>
            {item.words !== '' && <View>{item.words}</View>}
            <StoredVoice voice={item.recording} />
          </View>
        ))}
      </Card>
    </View>
  )
}
