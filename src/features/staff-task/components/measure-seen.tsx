import { maxSeenWords } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { verifyWords as words } from '@/copy/close-out'
import { onSitePhotoWords } from '@/copy/on-site-photo'
import { DraftBox } from '@/src/acting/draft-box'
import { AnswerChoice } from '@/src/components/ask/answer-choice'
import { UncheckedShots } from '@/src/acting/unchecked-shots'
import { useFormPhotos } from '@/src/acting/use-form-photos'
import { Card } from '@/src/components/show/card'
import { PhotoRow } from '@/src/components/ask/photo-row'
import type { useVerify } from '../hooks/use-verify'
import type { SiteVisit } from '../site-visit'

const answers = [
  { value: 'yes', text: words.inPlace, sign: 'yes' },
  { value: 'no', text: words.notInPlace, sign: 'no' },
] as const

interface MeasureSeenProps {
  visit: SiteVisit
  measure: SiteVisit['measures'][number]
  place: number
  /** 整改前的照片, for the same angle; empty for none. */
  old: string
  form: ReturnType<typeof useVerify>
}

/** One measure: what its units said, and whether it is in place. */
export function MeasureSeen({ visit, measure, place, old, form }: MeasureSeenProps) {
  const { inPlace, words: said, photos: taken } = form.seenOf(measure.id)
  const text = `${place + 1}. ${measure.text}`
  // What was typed stays to be seen, also once there is a photo.
  const needsWords =
    inPlace === false ||
    (inPlace === true && visit.level !== 'province' && (taken.length === 0 || said !== ''))
  const reports = visit.parts.filter((part) => part.measureId === measure.id && part.words !== null)
  const photos = useFormPhotos(
    taken,
    () => form.photosNow(measure.id),
    (kept) => form.see(measure.id, { photos: kept }),
    form.maxPhotosEach,
  )
  return (
    <View className="mt3">
      <Card>
        <View className="name">{text}</View>
        {reports.map(({ id, unit, words: reported }) => (
          <View key={id} className="sub mt1">
            {words.unitSays(unit.name, reported ?? '')}
          </View>
        ))}
        <View className="mt2">
          <AnswerChoice
            label={text}
            answers={answers}
            value={inPlace === null ? null : inPlace ? 'yes' : 'no'}
            onChange={(value) => form.see(measure.id, { inPlace: value === 'yes' })}
          >
            {needsWords && (
              <DraftBox
                draft={form.draft}
                label={inPlace ? words.judgedBy(place + 1) : words.seenOf(place + 1)}
                {...(inPlace && { placeholder: words.judgedHint })}
                text={said}
                max={maxSeenWords}
                height={72}
                onInput={(typed) => form.see(measure.id, { words: typed })}
              />
            )}
          </AnswerChoice>
        </View>
        <View className="sub mt3 mb2">{words.photosOf(place + 1)}</View>
        <PhotoRow
          {...photos}
          onSite={{ text: onSitePhotoWords.take, onTap: () => photos.takeOnSite(old) }}
        />
        <UncheckedShots files={taken} />
      </Card>
    </View>
  )
}
