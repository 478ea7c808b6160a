import { View } from '@tarojs/components'
import { meWords } from '@/copy/me'
import { progressWords as words } from '@/copy/report'
import { askAtTap, messagesLeft } from '@/src/acting/consent'
import { NoteBlock } from '@/src/components/show/note-block'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { useMe } from '@/src/platform/use-me'

const templates = ['answerReady'] as const

/** No answer could be told of: asked for when there was no network, used up, or never allowed. */
export function AskNotice() {
  // Drawn anew when what is left has changed.
  useMe()
  if (messagesLeft(templates) !== 0) return null
  const ask = () =>
    void askAtTap(templates, { wanted: true }).then((given) =>
      toast(given ? meWords.consented : meWords.notConsented),
    )
  return (
    <View className="mt3">
      <NoteBlock icon="bell" action={<TextLink text={words.notify} onTap={ask} />}>
        {words.notifyLine}
      </NoteBlock>
    </View>
  )
}
