import { View } from '@tarojs/components'
import { firmVisitWords as words, visitRatingNames } from '@/copy/visit'
import { visitRatings } from '@/domain/visit/visit'
import { deed } from '@/src/acting/deed'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { FactRow } from '@/src/components/row/fact-row'
import { SectionHead } from '@/src/components/section-head'
import type { FirmVisit } from '../visit'

/** 这次检查规范吗: the firm's word in one tap; the office reads it without who gave it. */
export function VisitRate({ visit, act }: { visit: FirmVisit; act: Acting }) {
  const { id: visitId, rating, events } = visit
  if (rating)
    return (
      <View className="mt4">
        <Card rows>
          <FactRow
            name={words.ratingIs}
            value={
              <View>
                <View>{visitRatingNames[rating.rating]}</View>
                {visit.side === 'office' && <View className="sub">{words.ratedOn(rating.on)}</View>}
              </View>
            }
          />
        </Card>
      </View>
    )
  if (!events.includes('rateVisit')) return null
  return (
    <View>
      <SectionHead text={words.rateHead} />
      {visitRatings.map((each) => (
        <View key={each} className="mt2">
          <ActionButton
            kind="outlined"
            text={visitRatingNames[each]}
            busy={act.busy}
            onTap={() =>
              void act.run(
                deed(
                  'enterprise.rateVisit',
                  { visitId, rating: each, words: null },
                  { told: words.rateTold },
                ),
              )
            }
          />
        </View>
      ))}
      <View className="sub mt2">{words.rateLine}</View>
    </View>
  )
}
