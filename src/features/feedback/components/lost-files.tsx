import { View } from '@tarojs/components'
import { receiptWords as words } from '@/copy/report'
import { NoteBlock } from '@/src/components/show/note-block'
import type { Lost } from '../report/receipts'

/** Names the files that did not go with the words. */
export function LostFiles({ lost }: { lost: Lost | null }) {
  if (!lost || (lost.photos.length === 0 && !lost.voice)) return null
  return (
    <View className="mb3" role="alert">
      <NoteBlock icon="alert" tone="amber">
        {lost.photos.length > 0 && <View>{words.lostPhoto(lost.photos)}</View>}
        {lost.voice && <View>{words.lostVoice}</View>}
      </NoteBlock>
    </View>
  )
}
