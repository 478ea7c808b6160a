import { maxMattersAsked, maxVisitMatter } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { askVisitWords as words } from '@/copy/visit'
import { TextField } from '@/src/components/ask/field/text-field'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { TextLink } from '@/src/components/tap/text-link'

export interface AskedMatter {
  readonly words: string
  readonly measureId: string | null
}

const none = 'none'

interface AskMattersProps {
  measures: readonly { readonly id: string; readonly text: string }[]
  matters: readonly AskedMatter[]
  onChange: (change: (matters: readonly AskedMatter[]) => readonly AskedMatter[]) => void
}

/** Each thing to look at, with the measure that it is evidence of. */
export function AskMatters({ measures, matters, onChange }: AskMattersProps) {
  const [about, setAbout] = useState<number | null>(null)
  const put = (place: number, part: Partial<AskedMatter>) =>
    onChange((all) => all.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const textOf = (id: string | null) => measures.find((measure) => measure.id === id)?.text ?? null
  return (
    <View className="mt3">
      <View className="name">{words.matters}</View>
      {matters.map((matter, place) => (
        <View key={place}>
          <TextField
            label={words.matter(place + 1)}
            placeholder={words.matterHint}
            initial={matter.words}
            max={maxVisitMatter}
            onInput={(typed) => put(place, { words: typed })}
          />
          <TextLink
            text={words.measure(textOf(matter.measureId))}
            go="down"
            onTap={() => setAbout(place)}
          />
        </View>
      ))}
      {matters.length < maxMattersAsked && (
        <TextLink
          lead="plus"
          text={words.add}
          onTap={() => onChange((all) => [...all, { words: '', measureId: null }])}
        />
      )}
      <OptionSheet
        open={about !== null}
        title={words.chooseMeasure}
        options={[
          { value: none, text: words.noMeasure },
          ...measures.map(({ id, text }) => ({ value: id, text })),
        ]}
        value={about === null ? null : (matters[about]?.measureId ?? none)}
        onChoose={(id) => about !== null && put(about, { measureId: id === none ? null : id })}
        onClose={() => setAbout(null)}
      />
    </View>
  )
}
