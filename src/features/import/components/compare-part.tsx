import { View } from '@tarojs/components'
import { reviewWords as words } from '@/copy/import-review'
import { NoteBlock } from '@/src/components/show/note-block'
import type { Draft } from '../review/draft'
import { doubtsOf } from '../review/places'

/** What has to be held against the source: words that may be read wrongly, words that nothing holds. */
export function ComparePart({ draft }: { draft: Draft }) {
  const doubts = doubtsOf(draft)
  return (
    <>
      {doubts.length > 0 && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber" inside>
            <View className="name">{words.doubtedPlaces(doubts.length)}</View>
            {doubts.map(({ words: printed, message }, at) => (
              <View key={at}>{words.doubt(printed, message)}</View>
            ))}
          </NoteBlock>
        </View>
      )}
      {draft.unread.length > 0 && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber" inside>
            {words.unreadPlaces(draft.unread.length)}
          </NoteBlock>
        </View>
      )}
    </>
  )
}
