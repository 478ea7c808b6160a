import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewErrorText, reviewWords as words } from '@/copy/import-review'
import { OptionSheet } from '@/src/components/option-sheet'
import { ConfirmDialog } from '@/src/components/sheet/confirm-dialog'
import { TextLink } from '@/src/components/text-link'
import { toast } from '@/src/components/toast/toast-bus'
import { useSend } from '@/src/platform/use-send'
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
  const [asking, setAsking] = useState<'merge' | 'split' | null>(null)
  const merging = useSend('documents.mergeDrafts')
  const splitting = useSend('documents.splitDraft')
  const { batchId, index } = draft
  const close = () => setAsking(null)
  const done = (said: string) => {
    close()
    toast(said)
    onChanged()
  }
  const merge = async () => {
    if (await merging.send({ batchId, index })) done(words.merged)
  }
  const split = async (at: number) => {
    if (await splitting.send({ batchId, index, at })) done(words.splitDone)
  }
  const places = splitPlaces(draft)
  const error = merging.error ?? splitting.error
  return (
    <View className="import-part">
      <View className="sub">{words.regroup}</View>
      {next && <TextLink text={words.merge} onTap={() => setAsking('merge')} />}
      {places.length > 0 && <TextLink text={words.split} onTap={() => setAsking('split')} />}
      {error && (
        <View className="ink-red mt2" role="alert">
          {reviewErrorText(error.code)}
        </View>
      )}
      <ConfirmDialog
        open={asking === 'merge' && next !== null}
        title={words.mergeTitle}
        confirm={words.mergeConfirm}
        busy={merging.busy}
        onConfirm={() => void merge()}
        onCancel={close}
      >
        {next && words.mergeLine(words.heading(next.number, next.title))}
      </ConfirmDialog>
      <OptionSheet
        open={asking === 'split'}
        title={words.splitTitle}
        options={places.map(({ at, line }) => ({
          value: String(at),
          text: line.length > longestLine ? `${line.slice(0, longestLine)}…` : line,
        }))}
        value={null}
        onChoose={(at) => void split(Number(at))}
        onClose={close}
      />
    </View>
  )
}
