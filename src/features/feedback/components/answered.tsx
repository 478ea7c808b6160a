import { View } from '@tarojs/components'
import { useState } from 'react'
import { findingNames, ratingNames } from '@/copy/feedback'
import { dayFrom } from '@/copy/moment'
import { progressWords as words } from '@/copy/report'
import type { IsoDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/action-button'
import { AnswerChoice } from '@/src/components/answer-choice'
import { Card } from '@/src/components/card'
import { PhotoRow } from '@/src/components/photo-row'
import { ReportBox } from '@/src/components/report-box'
import { StateChip } from '@/src/components/state-chip'
import { viewPhotos } from '@/src/platform/photo-viewer'
import type { ReporterFeedback } from '../report/reporter-feedback'

type Rating = 'done' | 'halfDone' | 'notDone'

const answers = [
  { value: 'done', text: ratingNames.done, sign: 'yes' },
  { value: 'halfDone', text: ratingNames.halfDone, sign: 'half' },
  { value: 'notDone', text: ratingNames.notDone, sign: 'no' },
] as const

interface AnsweredProps {
  feedback: ReporterFeedback
  today: IsoDay
  onRate: (rating: Rating, said: string) => void
  rating: boolean
}

/** What was found and done, then three equal answers, none preselected. */
export function Answered({ feedback, today, onRate, rating }: AnsweredProps) {
  const answer = feedback.answers.at(-1)
  const [chosen, setChosen] = useState<Rating | null>(null)
  const [said, setSaid] = useState('')
  if (!answer) return null
  const asksWords = chosen !== null && chosen !== 'done'
  return (
    <View>
      <Card>
        <StateChip
          tone={answer.finding === 'untrue' ? 'neutral' : 'green'}
          shape="tick"
          word={findingNames[answer.finding]}
        />
        <View className="mt3">{answer.text}</View>
        {answer.photos.length > 0 && (
          <View className="mt3">
            <PhotoRow
              photos={answer.photos.map(({ fileId, url }, place) => ({
                key: fileId,
                src: url,
                alt: words.answerPhoto(place + 1),
              }))}
              onView={(key) =>
                viewPhotos(
                  answer.photos.map(({ url }) => url),
                  answer.photos.findIndex(({ fileId }) => fileId === key),
                )
              }
            />
          </View>
        )}
        <View className="hr" />
        <View className="sub">{words.handledBy(answer.unitName)}</View>
        <View className="sub">{words.reviewedBy(feedback.phone)}</View>
      </Card>
      {feedback.events.includes('rate') && (
        <View className="mt3">
          <AnswerChoice label={words.rateAsk} answers={answers} value={chosen} onChange={setChosen}>
            {asksWords && (
              <View className="mt3">
                <ReportBox
                  label={words.rateWords}
                  placeholder={words.rateWords}
                  max={500}
                  height={72}
                  onInput={setSaid}
                />
              </View>
            )}
          </AnswerChoice>
          <View className="sub mt2 mb3">
            {words.rateLine}
            {feedback.rateBy && words.rateBy(dayFrom(today, feedback.rateBy))}
          </View>
          {chosen && (
            <ActionButton
              text={words.rateSend}
              busy={rating}
              blocked={asksWords && !said.trim() ? words.rateWords : null}
              onTap={() => onRate(chosen, said)}
            />
          )}
        </View>
      )}
    </View>
  )
}
