import { View } from '@tarojs/components'
import { storedVoiceWords as words } from '@/copy/stored-voice'
import { TextLink } from '@/src/components/tap/text-link'
import { playVoice } from '@/src/platform/record-voice'

interface StoredVoiceProps {
  readonly voice: { readonly url: string } | null
}

/** A voice note that the server keeps, for whoever may read the words beside it. Nothing where there is none. */
export function StoredVoice({ voice }: StoredVoiceProps) {
  if (!voice) return null
  return (
    <View className="mt2">
      <TextLink text={words.play} lead="play" onTap={() => playVoice(voice.url)} />
    </View>
  )
}
