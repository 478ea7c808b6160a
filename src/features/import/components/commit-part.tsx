import { View } from '@tarojs/components'
import { commitWords as words, reviewErrorText } from '@/copy/import-review'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { NoteBlock } from '@/src/components/show/note-block'
import { ProgressBar } from '@/src/components/show/progress'
import { TextLink } from '@/src/components/tap/text-link'
import { wayTo } from '@/src/platform/navigation'
import { useCommit } from '../hooks/use-commit'
import type { Batch } from '../review/draft'

interface CommitPartProps {
  batch: Batch
  confirmed: number
  onChanged: () => void
}

/** The end of a review: into the ledger, or thrown away. */
export function CommitPart({ batch, confirmed, onChanged }: CommitPartProps) {
  const commit = useCommit(batch.id, onChanged)
  if (batch.state === 'discarded') return <View className="dim">{words.discardedLine}</View>
  if (batch.state === 'complete')
    return (
      <View>
        <View className="name">{words.done(batch.drafts)}</View>
        <View className="sub mt1 mb3">{words.doneLine}</View>
        <ActionButton text={words.toLedger} {...wayTo('subpackages/unit/ledger')} />
      </View>
    )
  const { committed, drafts } = commit.progress ?? batch
  const waiting = drafts - confirmed
  const begun = batch.state === 'committing' || commit.progress !== null
  return (
    <View>
      {(begun || commit.running) && (
        <View className="mb3" role="status" aria-live="polite">
          <View className="name mb2">
            {commit.running ? words.running(committed, drafts) : words.stopped(committed, drafts)}
          </View>
          <ProgressBar
            percent={Math.round((committed / drafts) * 100)}
            label={words.running(committed, drafts)}
          />
          <View className="sub mt2">{words.runningLine}</View>
        </View>
      )}
      {commit.error && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber" inside>
            {reviewErrorText(commit.error.code)}
          </NoteBlock>
        </View>
      )}
      <ActionButton
        text={begun ? words.resume : words.button(drafts)}
        busy={commit.running}
        blocked={waiting > 0 ? words.blocked(waiting) : null}
        onTap={() => void commit.run()}
      />
    </View>
  )
}

/** Only before the first task was made of it. */
export function DiscardLink({ batch, onChanged }: Omit<CommitPartProps, 'confirmed'>) {
  const act = useAct<'discard'>(onChanged, reviewErrorText)
  if (batch.state !== 'parsed') return null
  return (
    <View className="centre">
      <TextLink lead="trash" text={words.discard} onTap={() => act.show('discard')} />
      <ActDialogs
        act={act}
        thing={batch.id}
        dialogs={{
          discard: {
            kind: 'confirm',
            danger: true,
            title: words.discardTitle,
            line: words.discardLine,
            confirm: words.discardConfirm,
            deed: () =>
              deed('documents.discardBatch', { batchId: batch.id }, { told: words.discarded }),
          },
        }}
      />
    </View>
  )
}
