import { View } from '@tarojs/components'
import { verifyWords as words } from '@/copy/close-out'
import { DraftBox } from '@/src/acting/draft-box'
import { AnswerChoice } from '@/src/components/answer-choice'
import { Card } from '@/src/components/card'
import type { useVerify } from '../hooks/use-verify'
import type { StaffTask } from '../staff-task'

const answers = [
  { value: 'yes', text: words.inPlace, sign: 'yes' },
  { value: 'no', text: words.notInPlace, sign: 'no' },
] as const

interface MeasureSeenProps {
  task: StaffTask
  measure: StaffTask['measures'][number]
  place: number
  form: ReturnType<typeof useVerify>
}

/** One measure: what its units said, and whether it is in place. */
export function MeasureSeen({ task, measure, place, form }: MeasureSeenProps) {
  const { inPlace, words: said } = form.seenOf(measure.id)
  const text = `${place + 1}. ${measure.text}`
  const reports = task.parts.filter(({ measureId, report }) => measureId === measure.id && report)
  return (
    <View className="mt3">
      <Card>
        <View className="name">{text}</View>
        {reports.map(({ id, unit, report }) => (
          <View key={id} className="sub mt1">
            {words.unitSays(unit.name, report?.words ?? '')}
          </View>
        ))}
        <View className="mt2">
          <AnswerChoice
            label={text}
            answers={answers}
            value={inPlace === null ? null : inPlace ? 'yes' : 'no'}
            onChange={(value) => form.see(measure.id, { inPlace: value === 'yes' })}
          >
            {inPlace === false && (
              <DraftBox
                draft={form.draft}
                label={words.seenOf(place + 1)}
                text={said}
                max={300}
                height={72}
                onInput={(typed) => form.see(measure.id, { words: typed })}
              />
            )}
          </AnswerChoice>
        </View>
      </Card>
    </View>
  )
}
