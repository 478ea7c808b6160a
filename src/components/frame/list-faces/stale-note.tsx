import { View } from '@tarojs/components'
import { NoteBlock } from '../../show/note-block'
import { useShellWords } from '../page-shell/shell-context'
import { TextLink } from '../../tap/text-link'
import type { Loaded } from './loaded'

interface StaleNoteProps {
  load: Loaded<unknown>
  onRetry: () => void
}

/** Over what is shown when it could not be asked for again: of when it is, and how to try. */
export function StaleNote({ load, onRetry }: StaleNoteProps) {
  const words = useShellWords()
  if (load.face !== 'ready' || !load.stale) return null
  const { code, offline } = load.stale
  return (
    <View className="mb3" role="status">
      <NoteBlock
        icon={offline ? 'nowifi' : 'alert'}
        tone="amber"
        action={<TextLink text={words.retry} onTap={onRetry} />}
      >
        {words.stale(code, offline, load.at)}
      </NoteBlock>
    </View>
  )
}
