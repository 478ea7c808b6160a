import { Text, View } from '@tarojs/components'
import { reviewWords as words } from '@/copy/import-review'
import { titleOf } from '@/domain/import/to-task'
import { SourcePane, type SourceParagraph } from '@/src/components/show/source-pane'
import type { Draft } from '../review/draft'
import type { UnitPlace, UnsurePlace } from '../review/places'
import { sourceParagraphs } from '../review/source-paragraphs'

interface SourcePartProps {
  draft: Draft
  places: readonly UnsurePlace[]
  units: readonly UnitPlace[]
  current: number | null
  onPick: (no: number) => void
  /** Lines of the following item, dim. */
  context?: readonly SourceParagraph[]
}

/** Over this the server sends the beginning only. */
const longestExcerpt = 20_000

/** The source of a draft with its marks, and what the marks mean. */
export function SourcePart({ draft, places, units, current, onPick, context }: SourcePartProps) {
  const paragraphs = [...sourceParagraphs(draft, places, units), ...(context ?? [])]
  return (
    <View className="source-part">
      <View className="source-part__head">
        <View className="grow">
          <View className="title" role="heading" aria-level={2}>
            {words.heading(draft.number, titleOf(draft))}
          </View>
          <View className="sub mt1">
            {draft.source.text.length >= longestExcerpt ? words.longSource : words.untouched}
          </View>
        </View>
        <View className="source-part__legend">
          <Text className="source-pane__mark source-pane__mark--read">{words.legendRead}</Text>
          <Text className="source-part__meaning">{words.legendReadLine}</Text>
          <Text className="source-pane__mark source-pane__mark--unsure">{words.legendUnsure}</Text>
          <Text className="source-part__meaning">{words.legendUnsureLine}</Text>
          {draft.doubts.length > 0 && (
            <>
              <Text className="source-pane__mark source-pane__mark--doubted">
                {words.legendDoubted}
              </Text>
              <Text className="source-part__meaning">{words.legendDoubtedLine}</Text>
            </>
          )}
          {draft.unread.length > 0 && (
            <>
              <Text className="source-pane__mark source-pane__mark--unread">
                {words.legendUnread}
              </Text>
              <Text className="source-part__meaning">{words.legendUnreadLine}</Text>
            </>
          )}
        </View>
      </View>
      <SourcePane paragraphs={paragraphs} current={current} onPick={onPick} />
    </View>
  )
}
