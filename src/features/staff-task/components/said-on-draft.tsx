import { View } from '@tarojs/components'
import { consultWords as words } from '@/copy/consult'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { serverNow } from '@/src/platform/clock'
import type { Consultation } from '../staff-task'

type Opinion = Consultation['opinions'][number]

/** One opinion on the draft and what the office answered. */
export function SaidOnDraft({ opinion, name }: { opinion: Opinion; name: string }) {
  const today = beijingDay(serverNow())
  const { answer, agrees, paperNumber } = opinion
  return (
    <Card>
      <View className="name">{name}</View>
      {agrees && <View className="mt1">{words.agrees}</View>}
      {opinion.words !== '' && <View className="mt1">{opinion.words}</View>}
      <View className="sub mt1">{words.saidOn(opinion.givenOn, today)}</View>
      {paperNumber && <View className="sub">{words.byPaper(paperNumber)}</View>}
      <View className="mt3">
        {answer ? (
          <View>
            <View className="name">
              {`${words.answerHead}：${answer.adopted ? words.adopted : words.notAdopted}`}
            </View>
            <View className="mt1">{answer.reason}</View>
            <View className="sub mt1">{words.answeredOn(answer.on, today)}</View>
          </View>
        ) : (
          <View className="dim">{agrees ? words.noAnswerNeeded : words.waiting}</View>
        )}
      </View>
    </Card>
  )
}
