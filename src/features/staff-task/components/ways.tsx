import { View } from '@tarojs/components'
import { TextLink } from '@/src/components/tap/text-link'

interface WaysProps<E extends string> {
  ways: readonly { readonly event: E; readonly text: string; readonly label?: string }[]
  onOpen: (event: E) => void
}

/** The ways on in a line of their own: beside the words they would squeeze them, and each other. */
export function Ways<E extends string>({ ways, onOpen }: WaysProps<E>) {
  if (ways.length === 0) return null
  return (
    <View className="flex">
      {ways.map(({ event, text, label }, place) => (
        <View key={event} className={place > 0 ? 'ml4' : ''}>
          <TextLink text={text} label={label} onTap={() => onOpen(event)} />
        </View>
      ))}
    </View>
  )
}
