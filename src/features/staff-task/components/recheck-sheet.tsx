import { View } from '@tarojs/components'
import { recheckWords as words } from '@/copy/close-out'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { AnswerChoice } from '@/src/components/answer-choice'
import { Sheet } from '@/src/components/sheet'
import { useDraft } from '@/src/platform/use-draft'

const maxWords = 500
const answers = [
  { value: 'lasting', text: words.lasting, sign: 'yes' },
  { value: 'relapsed', text: words.relapsed, sign: 'no' },
] as const
type Found = (typeof answers)[number]['value']

/** 回头看: has it lasted, and what was seen. */
export function RecheckSheet({ taskId, act }: { taskId: string; act: Acting }) {
  const draft = useDraft<{ found: Found | null; seen: string }>(`recheck.${taskId}`, {
    found: null,
    seen: '',
  })
  const { found, seen } = draft.value
  const send = () => {
    const input = { taskId, relapsed: found === 'relapsed', words: seen.trim() }
    return act.run(deed('task.recheck', input, { told: words.sent }), draft)
  }
  return (
    <Sheet
      open
      title={words.title}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.send}
          busy={act.busy}
          blocked={blockedBy(
            found === null && words.answerNeeded,
            !seen.trim() && words.wordsNeeded,
            tooLong(seen, maxWords),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.line}</View>
      <AnswerChoice
        label={words.answers}
        answers={answers}
        value={found}
        onChange={(chosen) => draft.change({ found: chosen })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.words}
          text={seen}
          max={maxWords}
          height={72}
          onInput={(typed) => draft.change({ seen: typed })}
        />
      </View>
    </Sheet>
  )
}
