import { View } from '@tarojs/components'
import { reviewWords as words } from '@/copy/import-review'
import { NoteBlock } from '@/src/components/show/note-block'
import type { Batch } from '../review/draft'

/** How much of the paper the drafts hold, and what it changes against the round's last list. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const { expected, drafts, covered, unread, compared } = batch
  const differs = expected !== null && expected !== drafts
  return (
    <View className="mt3">
      {expected !== null && (
        <View className={differs ? 'ink-red' : 'sub'}>{words.expected(expected, drafts)}</View>
      )}
      {covered !== null && <View className="sub mt1">{words.covered(covered)}</View>}
      {unread.length > 0 && (
        <View className="mt2">
          <NoteBlock icon="alert" tone="amber" inside>
            <View className="name">{words.unreadOutside(unread.length)}</View>
            {unread.map((each) => (
              <View key={each}>{each}</View>
            ))}
          </NoteBlock>
        </View>
      )}
      {compared && (
        <View className="mt2">
          <NoteBlock icon="info" tone="blue" inside>
            <View className="name">
              {words.compared(compared.added, compared.changed, compared.same)}
            </View>
            <View>{words.comparedWith(compared.fileName)}</View>
            {compared.gone.length > 0 && (
              <View className="mt2">
                <View className="name">{words.gone(compared.gone.length)}</View>
                {compared.gone.map((each) => (
                  <View key={each}>{each}</View>
                ))}
              </View>
            )}
          </NoteBlock>
        </View>
      )}
    </View>
  )
}
