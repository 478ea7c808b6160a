import { maxOpinionAnswer } from '@/contract/opinion/limits'
import { View } from '@tarojs/components'
import { summaryWords as words } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { useDraft } from '@/src/platform/use-draft'

type Summary = ActionOutput<'opinion.getSummary'>

/** 书面答复: one box a matter, what stood before already in it. */
export function AnswerForm({ summary, act }: { summary: Summary; act: Acting }) {
  const { id: summaryId } = summary
  const { matters } = summary.summary
  const draft = useDraft<Readonly<Record<string, string>>>(
    `answer.${summaryId}`,
    Object.fromEntries(matters.map(({ answer }, place) => [String(place), answer ?? ''])),
  )
  const answers = matters.map((_matter, place) => (draft.value[String(place)] ?? '').trim())
  const send = () =>
    void act.run(
      deed('opinion.answerOpinions', { summaryId, answers }, { told: words.answered }),
      draft,
    )
  return (
    <View>
      <RestoredNote draft={draft} />
      {matters.map((matter, place) => (
        <View key={place} className="mb4">
          <View className="name mb2">{`${place + 1}. ${matter.words}`}</View>
          <DraftBox
            draft={draft}
            label={`${words.answer}${place + 1}`}
            placeholder={words.answer}
            text={draft.value[String(place)] ?? ''}
            max={maxOpinionAnswer}
            height={72}
            onInput={(text) => draft.change({ [String(place)]: text })}
          />
        </View>
      ))}
      <ActionButton
        text={words.sendAnswers}
        busy={act.busy}
        blocked={blockedBy(
          answers.some((answer) => answer === '' || answer.length > maxOpinionAnswer) &&
            words.answerNeeded,
        )}
        onTap={send}
      />
    </View>
  )
}
