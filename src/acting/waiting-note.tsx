import { View } from '@tarojs/components'
import { actingWords as words } from '@/copy/acting'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { NoteBlock } from '@/src/components/show/note-block'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { flushOutbox } from '@/src/platform/outbox'
import type { WaitingItem } from '@/src/platform/use-outbox'
import { takeBack } from './take-back'
import { UncheckedShots } from './unchecked-shots'

/** 第3张/共9张, while files go up. */
export const sendingWords = ({ attachments }: WaitingItem): string => {
  const left = attachments.filter(({ fileId, lost }) => !fileId && !lost).length
  if (left === 0) return words.sending
  return words.sendingFile(attachments.length - left + 1, attachments.length)
}

/** In the place of a form whose words are kept and wait: 未送达, and what can be done. */
export function WaitingNote({ item }: { item: WaitingItem }) {
  if (item.sending) {
    return (
      <View className="mb3" role="status">
        <NoteBlock icon="clock">{sendingWords(item)}</NoteBlock>
      </View>
    )
  }
  return (
    <View className="mb3" role="status">
      <StateChip tone="amber" shape="sand" word={words.notSent} />
      <View className="head mt2">{words.keptTitle}</View>
      <View className="sub mt1">{words.keptLine(item.savedAt)}</View>
      <UncheckedShots files={item.attachments.map(({ file }) => file)} />
      <View className="between">
        <TextLink
          text={words.change}
          onTap={() => {
            if (!takeBack(item)) toast(words.formBusy)
          }}
        />
        <TextLink text={words.tryNow} onTap={() => void flushOutbox()} />
      </View>
    </View>
  )
}
