import { maxVisitRating } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import { firmVisitWords as words, visitRatingNames } from '@/copy/visit'
import type { VisitRating } from '@/domain/visit/visit'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { AnswerChoice } from '@/src/components/ask/answer-choice'
import { Card } from '@/src/components/show/card'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { useDraft } from '@/src/platform/use-draft'
import type { FirmVisit } from '../visit'

/** 这次检查规范吗: the firm's word; the office reads it without who gave it. */
export function VisitRate({ visit, act }: { visit: FirmVisit; act: Acting }) {
  const { rating, events } = visit
  if (rating)
    return (
      <View className="mt4">
        <Card rows>
          <FactRow
            name={words.ratingIs}
            value={
              <View>
                <View>{visitRatingNames[rating.rating]}</View>
                {rating.words && <View>{rating.words}</View>}
                {visit.side === 'office' && <View className="sub">{words.ratedOn(rating.on)}</View>}
              </View>
            }
          />
        </Card>
      </View>
    )
  return events.includes('rateVisit') ? <Rate visit={visit} act={act} /> : null
}

interface RatingDraft {
  readonly rating: VisitRating | null
  readonly words: string
}

const notRated: RatingDraft = { rating: null, words: '' }

const answers = [
  { value: 'proper', text: visitRatingNames.proper, sign: 'yes' },
  { value: 'partly', text: visitRatingNames.partly, sign: 'half' },
  { value: 'improper', text: visitRatingNames.improper, sign: 'no' },
] as const

/** Three equal answers, none preselected; what it was about may be said and need not. */
function Rate({ visit: { id: visitId }, act }: { visit: FirmVisit; act: Acting }) {
  const draft = useDraft<RatingDraft>(`rateVisit.${visitId}`, notRated)
  const { rating, words: said } = draft.value
  const send = async () => {
    const typed = draft.read()
    if (!typed.rating) return
    const input = { visitId, rating: typed.rating, words: typed.words.trim() || null }
    await act.run(deed('enterprise.rateVisit', input, { told: words.rateTold }), draft)
  }
  return (
    <View>
      <SectionHead text={words.rateHead} />
      <RestoredNote draft={draft} />
      <AnswerChoice
        label={words.rateHead}
        answers={answers}
        value={rating}
        onChange={(chosen) => draft.change({ rating: chosen })}
      />
      {rating && (
        <View className="mt3">
          <View className="name mb2">{words.rateWords}</View>
          <DraftBox
            draft={draft}
            label={words.rateWords}
            placeholder={words.rateWordsHint}
            text={said}
            max={maxVisitRating}
            height={72}
            onInput={(typed) => draft.change({ words: typed })}
          />
          <View className="mt3">
            <ActionButton
              text={words.rateSend}
              busy={act.busy}
              blocked={blockedBy(tooLong(said, maxVisitRating))}
              onTap={() => void send()}
            />
          </View>
        </View>
      )}
      <View className="sub mt2">{words.rateLine}</View>
    </View>
  )
}
