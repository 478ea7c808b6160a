import { View } from '@tarojs/components'
import { useState } from 'react'
import { satisfactionNames, summaryWords as words, voiceNames } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { matterSides, type MatterSide } from '@/domain/opinion/summary'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { useDraft } from '@/src/platform/use-draft'

type Opened = ActionOutput<'opinion.openWords'>

/** `contract/opinion-summary.ts` */
const maxWords = 1000

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
    <View>
      <View className="dim mb2">{words.openLine}</View>
      <ActionButton
        kind="outlined"
        icon="eye"
        text={words.openWords}
        busy={act.busy}
        onTap={open}
      />
      {opened && <Said opened={opened} />}
      <View className="mt4">
        <RestoredNote draft={draft} />
        <View className="name mb2">{words.words}</View>
        <DraftBox
          draft={draft}
          label={words.words}
          placeholder={words.wordsHint}
          text={typed.words}
          max={maxWords}
          onInput={(text) => draft.change({ words: text })}
        />
        {matterSides.map((side: MatterSide) => (
          <View key={side} className="mt3">
            <View className="name mb2">{words.matters(words.sides[side])}</View>
            <DraftBox
              draft={draft}
              label={words.matters(words.sides[side])}
              text={typed[side]}
              max={maxWords}
              onInput={(text) => draft.change({ [side]: text })}
            />
          </View>
        ))}
      </View>
      <View className="mt4">
        <ActionButton
          text={words.summarize}
          busy={act.busy}
          blocked={blockedBy(
            opened === null && words.openFirst,
            typed.words.trim() === '' && words.wordsNeeded,
            tooLong(typed.words, maxWords),
          )}
          onTap={send}
        />
      </View>
    </View>
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
          </View>
        ))}
      </Card>
    </View>
  )
}
