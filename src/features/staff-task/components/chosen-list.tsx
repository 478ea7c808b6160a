import { View } from '@tarojs/components'
import { assignWords as words } from '@/copy/staff-task'
import { Card } from '@/src/components/show/card'
import { Icon } from '@/src/components/show/icon'
import { Tappable } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'

interface ChosenListProps {
  title: string
  line?: string
  items: readonly { readonly id: string; readonly name: string }[]
  add: string
  onAdd: () => void
  onRemove: (id: string) => void
}

/** What is chosen so far, each removable, and how to add one. */
export function ChosenList({ title, line, items, add, onAdd, onRemove }: ChosenListProps) {
  return (
    <Card rows>
      <View className="row">
        <View className="grow">
          <View className="name">{title}</View>
          {line && <View className="sub">{line}</View>}
        </View>
        <TextLink lead="plus" text={add} onTap={onAdd} />
      </View>
      {items.map(({ id, name }) => (
        <View key={id} className="row">
          <View className="grow">{name}</View>
          <Tappable className="tap-square" label={words.remove(name)} onTap={() => onRemove(id)}>
            <Icon name="x" size="s" />
          </Tappable>
        </View>
      ))}
    </Card>
  )
}
