import { View } from '@tarojs/components'
import { useState } from 'react'
import { uploadWords as words } from '@/copy/import-review'
import { maxExpected, maxRoundName } from '@/domain/import/round'
import { ActionButton } from '@/src/components/tap/action-button'
import { ReasonOptions } from '@/src/components/ask/choice'
import { TextField } from '@/src/components/ask/field/text-field'
import { Icon } from '@/src/components/show/icon'
import { NoteBlock } from '@/src/components/show/note-block'
import { TextLink } from '@/src/components/tap/text-link'
import { openPage } from '@/src/platform/navigation'
import { useDraft } from '@/src/platform/use-draft'
import { useUploadList } from '../hooks/use-upload-list'

interface ImportFormProps {
  /** Names of rounds used before. */
  rounds: readonly string[]
  onImported: () => void
}

const emptyForm = { roundName: '', expected: '' }

/** What was typed as a number of tasks; none where it is none. */
const countOf = (typed: string): number | undefined => {
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= maxExpected ? count : undefined
}

/** A file and the round it belongs to; then it is read and the review opens. */
export function ImportForm({ rounds, onImported }: ImportFormProps) {
  const draft = useDraft('import.new', emptyForm)
  const { roundName, expected } = draft.value
  /** Counts what was put into the fields other than by typing. */
  const [filled, setFilled] = useState(0)
  const list = useUploadList()
  const type = (name: string) => draft.change({ roundName: name })
  const send = async () => {
    const batch = await list.send(roundName.trim(), countOf(expected))
    if (!batch) return
    draft.clear()
    setFilled((before) => before + 1)
    onImported()
    openPage('subpackages/office/import', { id: batch.id })
  }
  const why = !list.file ? words.needFile : roundName.trim() === '' ? words.needRound : null
  return (
    <View>
      <View className="sub">{words.line}</View>
      {list.file ? (
        <View className="import-file mt3">
          <Icon name="doc" className="import-file__icon" />
          <View className="grow">
            <View className="name import-file__name">{list.file.name}</View>
            <View className="sub">{words.size(list.file.size)}</View>
          </View>
          {!list.step && <TextLink text={words.change} onTap={() => void list.choose()} />}
        </View>
      ) : (
        <View className="mt3">
          <ActionButton
            kind="outlined"
            icon="upload"
            text={process.env.TARO_ENV === 'h5' ? words.choose : words.chooseChat}
            onTap={() => void list.choose()}
          />
          {process.env.TARO_ENV !== 'h5' && <View className="sub mt2">{words.fromChat}</View>}
        </View>
      )}
      {list.refused && (
        <View className="mt3" role="alert">
          <NoteBlock icon="alert" tone="amber" inside>
            {list.refused}
          </NoteBlock>
        </View>
      )}
      <View className="mt4">
        <TextField
          key={`round${filled}`}
          label={words.round}
          initial={roundName}
          placeholder={words.roundPlaceholder}
          max={maxRoundName}
          onInput={type}
        />
      </View>
      {rounds.length > 0 && (
        <View className="mt3">
          <View className="sub mb2">{words.rounds}</View>
          <ReasonOptions
            label={words.rounds}
            options={rounds.map((name) => ({ value: name, text: name }))}
            value={rounds.find((name) => name === roundName) ?? null}
            onChange={(name) => {
              type(name)
              setFilled((before) => before + 1)
            }}
          />
        </View>
      )}
      <View className="mt4">
        <TextField
          key={`expected${filled}`}
          label={words.expected}
          initial={expected}
          kind="number"
          max={4}
          hint={words.expectedHint}
          onInput={(typed) => draft.change({ expected: typed })}
        />
      </View>
      <View className="mt4">
        {list.step && (
          <View className="sub mb2" role="status" aria-live="polite">
            {list.step === 'uploading'
              ? words.uploading(words.size(list.file?.size ?? 0))
              : words[list.step]}
          </View>
        )}
        <ActionButton
          text={words.send}
          busy={list.step !== null}
          blocked={why}
          onTap={() => void send()}
        />
      </View>
    </View>
  )
}
