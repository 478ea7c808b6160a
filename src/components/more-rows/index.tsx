import { View } from '@tarojs/components'
import { TextLink } from '@/src/components/text-link'

interface Props {
  /** What is shown so far; `partly`: words were looked for in a part of the list only. */
  data: { readonly more: boolean; readonly partly: boolean }
  words: { readonly more: string; readonly partly: string; readonly goOn: string }
  /** Names the further rows, where their number is known. */
  text?: string
  onMore: () => void
}

/** The end of a list by pages: more rows, or what has not been looked through yet. */
export function MoreRows({ data: { more, partly }, words, text, onMore }: Props) {
  if (!more) return null
  return (
    <View className="centre mt2">
      {partly && <View className="dim">{words.partly}</View>}
      <TextLink text={partly ? words.goOn : (text ?? words.more)} onTap={onMore} />
    </View>
  )
}
