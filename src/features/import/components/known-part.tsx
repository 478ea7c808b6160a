import { View } from '@tarojs/components'
import { fieldName, reviewWords as words } from '@/copy/import-review'
import { NoteBlock } from '@/src/components/show/note-block'
import type { Draft } from '../review/draft'

/** What an earlier list of the round printed of this task, where the newer one prints otherwise. */
export function KnownPart({ draft }: { draft: Draft }) {
  const { known } = draft
  if (!known) return null
  const { changes } = known
  return (
    <View className="mb3">
      <NoteBlock icon="info" tone={changes.length > 0 ? 'amber' : 'blue'} inside>
        <View className="name">
          {changes.length > 0 ? words.knownChanged(changes.length) : words.knownSame}
        </View>
        {changes.map(({ field, before, after }) => (
          <View key={field} className="mt2">
            <View className="name">{fieldName(field)}</View>
            <View>{words.before(before)}</View>
            <View>{words.after(after)}</View>
          </View>
        ))}
      </NoteBlock>
    </View>
  )
}
