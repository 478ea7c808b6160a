import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { feedbackStateNames, pollutionTypeNames } from '@/copy/feedback'
import { fullDay } from '@/copy/moment'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { SearchField } from '@/src/components/ask/field/search-field'
import { useSettled } from '@/src/components/ask/field/use-settled'
import { ListFaces } from '@/src/components/frame/list-faces'
import { NoteBlock } from '@/src/components/show/note-block'
import { Sheet } from '@/src/components/frame/sheet'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import type { MergeTarget } from '../handled'

const lineOf = ({ number, state, submittedOn, pollutionTypes, sameTask }: MergeTarget): string =>
  [
    words.number(number),
    feedbackStateNames[state],
    words.submittedOn(fullDay(submittedOn)),
    pollutionTypes.map((type) => pollutionTypeNames[type]).join('、'),
    sameTask && words.sameTask,
  ]
    .filter(Boolean)
    .join('  ')

/** 合并: into which report of the same matter; the likeliest are offered, any other by its number. */
export function MergeSheet({ feedbackId, act }: { feedbackId: string; act: Acting }) {
  const [typed, setTyped] = useState('')
  const number = useSettled(typed.trim())
  const { load, retry } = useAction('feedback.listMergeTargets', {
    feedbackId,
    ...(number && { number }),
  })
  const [chosen, setChosen] = useState<string | null>(null)
  // Only what is shown can be chosen: another search shows others.
  const into = load.face === 'ready' ? load.data.items.find(({ id }) => id === chosen) : undefined
  const submit = () =>
    into &&
    act.run(
      deed('feedback.merge', { feedbackId, intoId: into.id }, { told: words.merged, then: goBack }),
    )
  return (
    <Sheet
      open
      title={words.mergeTitle}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.merge}
          busy={act.busy}
          blocked={blockedBy(!into && words.chooseMatter)}
          onTap={() => void submit()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <NoteBlock icon="alert" tone="amber">
        {words.mergeLine}
      </NoteBlock>
      <View className="mt3">
        <SearchField placeholder={words.findByNumber} onInput={setTyped} />
      </View>
      <ListFaces
        load={load}
        onRetry={retry}
        skeletons={2}
        isEmpty={(data) => data.items.length === 0}
        empty={{
          icon: 'search',
          title: number ? words.noSuchNumber : words.noSameMatter,
          line: words.noSameMatterLine,
        }}
      >
        {(data) => (
          <RadioList
            label={words.mergeTitle}
            options={data.items.map((item) => ({
              value: item.id,
              text: item.summary ?? words.noSummary,
              line: lineOf(item),
            }))}
            value={into?.id ?? null}
            onChange={setChosen}
          />
        )}
      </ListFaces>
    </Sheet>
  )
}
