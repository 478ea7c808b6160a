import { View } from '@tarojs/components'
import { useState } from 'react'
import { actingWords as words } from '@/copy/acting'
import { NoteBlock } from '@/src/components/show/note-block'
import { ConfirmDialog } from '@/src/components/frame/sheet/confirm-dialog'
import { TextLink } from '@/src/components/tap/text-link'

interface RestoredNoteProps {
  draft: { readonly restored: boolean; readonly clear: () => void }
  /** Beside the words, e.g. files that go with them. */
  onEmpty?: () => void
}

/** Says that the words are those of an earlier time, and offers to begin anew. */
export function RestoredNote({ draft, onEmpty }: RestoredNoteProps) {
  const [asking, setAsking] = useState(false)
  if (!draft.restored) return null
  return (
    <View className="mb3" role="status">
      <NoteBlock
        icon="edit"
        tone="blue"
        action={<TextLink text={words.empty} onTap={() => setAsking(true)} />}
      >
        {words.restored}
      </NoteBlock>
      <ConfirmDialog
        open={asking}
        title={words.emptyTitle}
        confirm={words.empty}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onEmpty?.()
          draft.clear()
        }}
      >
        {words.emptyLine}
      </ConfirmDialog>
    </View>
  )
}
