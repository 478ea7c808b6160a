import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { NoteBlock } from '@/src/components/show/note-block'
import { scrollToShow } from '@/src/platform/scroll-to'

/** Why it was not done; stays until the next try, and comes into view by itself. */
export function RefusalNote({ text }: { text: string | null }) {
  useEffect(() => {
    if (text) scrollToShow('.refusal-note')
  }, [text])
  if (!text) return null
  return (
    <View className="refusal-note mb3" role="alert">
      <NoteBlock icon="alert" tone="amber">
        {text}
      </NoteBlock>
    </View>
  )
}
