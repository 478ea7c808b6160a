import { View } from '@tarojs/components'
import { consultWords as words } from '@/copy/consult'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import type { StaffTask } from '../staff-task'

/** What is asked about: the measures as they stand, and until when. */
export function DraftMeasures({ task }: { task: StaffTask }) {
  const { title, consultation, goals, measures } = task
  return (
    <View>
      <View className="title">{title}</View>
      {consultation && (
        <View className="dim mt1">{words.until(consultation.dueOn, beijingDay(serverNow()))}</View>
      )}
      {goals.map((goal) => (
        <View key={goal} className="mt1">
          {goal}
        </View>
      ))}
      <SectionHead text={words.measures} />
      <Card rows>
        {measures.length === 0 && <Row name={words.noMeasures} />}
        {measures.map(({ id, text }, place) => (
          <Row key={id} name={`${place + 1}. ${text}`} />
        ))}
      </Card>
    </View>
  )
}
