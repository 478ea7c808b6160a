import { View } from '@tarojs/components'
import { summaryWords as words } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { Card } from '@/src/components/show/card'

type Summary = ActionOutput<'opinion.getSummary'>['summary']

interface SummaryCardProps {
  summary: Summary
  /** What is not satisfied stands under the card, each with the box of its answer. */
  answering?: boolean
}

/** 归纳 and its answers, as everybody reads them: nobody's own words. */
export function SummaryCard({ summary, answering = false }: SummaryCardProps) {
  const { words: said, counts } = summary
  const matters = answering ? [] : summary.matters
  return (
    <Card>
      <View className="name">{words.title}</View>
      <View className="mt2">{said}</View>
      <View className="dim mt2">
        {counts ? words.counts(counts.satisfied, counts.half, counts.unsatisfied) : words.fewCounts}
      </View>
      {summary.matters.length === 0 && <View className="mt2">{words.none}</View>}
      {matters.map((matter, place) => (
        <View key={place} className="mt4">
          <View className="name">{`${place + 1}. ${matter.words}`}</View>
          <View className="dim">{words.sides[matter.side]}</View>
          <View className="mt1">{matter.answer ?? words.notAnswered}</View>
        </View>
      ))}
    </Card>
  )
}
