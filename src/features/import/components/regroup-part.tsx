import { View } from '@tarojs/components'
import { reviewErrorText, reviewWords as words } from '@/copy/import-review'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { useAct } from '@/src/acting/use-act'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { TextLink } from '@/src/components/tap/text-link'
import type { Draft, DraftRow } from '../review/draft'
import { splitPlaces } from '../review/source-paragraphs'

interface RegroupPartProps {
  draft: Draft
  /** The next row of the list; null behind the last. */
  next: DraftRow | null
  onChanged: () => void
}

const longestLine = 60

/** Two drafts that are one task become one; a draft that holds two is parted at a line. */
export function RegroupPart({ draft, next, onChanged }: RegroupPartProps) {
  const act = useAct<'merge' | 'split'>(onChanged, reviewErrorText)
  const { batchId, index } = draft
  const places = splitPlaces(draft)
  return (
    <View className="import-part">
      <View className="sub">{words.regroup}</View>
      {next && <TextLink text={words.merge} onTap={() => act.show('merge')} />}
      {places.length > 0 && <TextLink text={words.split} onTap={() => act.show('split')} />}
      {!act.open && act.refusal && (
        <View className="ink-red mt2" role="alert">
          {act.refusal}
        </View>
      )}
      {next && (
        <ActDialogs
          act={act}
          thing={draft.batchId}
          dialogs={{
            merge: {
              kind: 'confirm',
              title: words.mergeTitle,
              line: words.mergeLine(words.heading(next.number, next.title)),
              confirm: words.mergeConfirm,
              deed: () => deed('documents.mergeDrafts', { batchId, index }, { told: words.merged }),
            },
          }}
        />
      )}
      <OptionSheet
        open={act.open?.name === 'split'}
        title={words.splitTitle}
        options={places.map(({ at, line }) => ({
          value: String(at),
          text: line.length > longestLine ? `${line.slice(0, longestLine)}…` : line,
        }))}
        value={null}
        onChoose={(at) => {
          act.close()
          const input = { batchId, index, at: Number(at) }
          void act.run(deed('documents.splitDraft', input, { told: words.splitDone }))
        }}
        onClose={act.close}
      />
    </View>
  )
}
