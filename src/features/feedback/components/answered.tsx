import { maxRatingWords } from '@/contract/feedback/limits'
import { View } from '@tarojs/components'
import { findingNames, ratingNames } from '@/copy/feedback'
import { dayFrom } from '@/copy/moment'
import { progressWords as words } from '@/copy/report'
import type { IsoDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { AnswerChoice } from '@/src/components/ask/answer-choice'
import { Card } from '@/src/components/show/card'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { StateChip } from '@/src/components/show/state-chip'
import { useDraft } from '@/src/platform/use-draft'
import type { ReporterFeedback } from '../report/reporter-feedback'

type Answer = ReporterFeedback['answers'][number]

interface RatingDraft {
  readonly rating: 'done' | 'halfDone' | 'notDone' | null
  readonly words: string
}

const notRated: RatingDraft = { rating: null, words: '' }

const answers = [
  { value: 'done', text: ratingNames.done, sign: 'yes' },
  { value: 'halfDone', text: ratingNames.halfDone, sign: 'half' },
  { value: 'notDone', text: ratingNames.notDone, sign: 'no' },
] as const

interface AnsweredProps {
  feedback: ReporterFeedback
  today: IsoDay
  act: Acting
  /** The report, by the own session or by its code. */
  which: { readonly feedbackId: string; readonly lookupHash?: string }
}

/** What was found and done, then three equal answers, none preselected. */
export function Answered({ feedback, today, act, which }: AnsweredProps) {
  const answer = feedback.answers[feedback.answers.length - 1]
  if (!answer) return null
  return (
    <View>
      <AnswerCard answer={answer} phone={feedback.phone} />
      {feedback.events.includes('rate') && (
        <Rate feedback={feedback} today={today} act={act} which={which} />
      )}
    </View>
  )
}

function AnswerCard({ answer, phone }: { answer: Answer; phone: string }) {
  const { finding, photos } = answer
  return (
    <Card>
      <StateChip
        tone={finding === 'untrue' ? 'neutral' : 'blue'}
        shape="dot"
        word={findingNames[finding]}
      />
      <View className="mt3">{answer.text}</View>
      <StoredPhotos photos={photos} alt={words.answerPhoto} />
      <View className="hr" />
      <View className="sub">{words.handledBy(answer.unitName)}</View>
      <View className="sub">{words.reviewedBy(phone)}</View>
    </Card>
  )
}

/** The words are kept with the answer they are about: a second answer asks anew. */
function Rate({ feedback, today, act, which }: AnsweredProps) {
  const form = `rate.${feedback.id}.${feedback.answers.length}`
  const draft = useDraft<RatingDraft>(form, notRated)
  const { rating, words: said } = draft.value
  const asksWords = rating !== null && rating !== 'done'
  const send = async () => {
    const typed = draft.read()
    if (!typed.rating) return
    // Words that are not shown are not sent.
    const spoken = typed.rating === 'done' ? '' : typed.words.trim()
    const input = { ...which, rating: typed.rating, words: spoken }
    await act.run(deed('feedback.rate', input, { told: words.rated }), draft)
  }
  return (
    <View className="mt3">
      <RestoredNote draft={draft} />
      <AnswerChoice
        label={words.rateAsk}
        answers={answers}
        value={rating}
        onChange={(chosen) => draft.change({ rating: chosen })}
      >
        {asksWords && (
          <View className="mt3">
            <View className="name mb2">{words.rateWords}</View>
            <DraftBox
              draft={draft}
              label={words.rateWords}
              text={said}
              max={maxRatingWords}
              height={72}
              onInput={(typed) => draft.change({ words: typed })}
            />
          </View>
        )}
      </AnswerChoice>
      <View className="sub mt2 mb3">
        {words.rateLine}
        {feedback.rateBy && words.rateBy(dayFrom(today, feedback.rateBy))}
      </View>
      {rating && (
        <ActionButton
          text={words.rateSend}
          busy={act.busy}
          blocked={blockedBy(
            asksWords && !said.trim() && words.rateNeeded,
            asksWords && tooLong(said, maxRatingWords),
          )}
          onTap={() => void send()}
        />
      )}
    </View>
  )
}
