import { View } from '@tarojs/components'
import { Card } from '@/src/components/show/card'
import { Icon } from '@/src/components/show/icon'
import { Tappable } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'
import type { KeptFile } from '@/src/platform/kept-file'

interface FormDocumentsProps {
  files: readonly KeptFile[]
  max: number
  /** What the line that adds one says. */
  addText: string
  removeLabel: (name: string) => string
  add: () => void
  remove: (key: string) => void
}

/** Documents of a form by their names, each to be taken out again. */
export function FormDocuments(props: FormDocumentsProps) {
  const { files, max, addText, removeLabel, add, remove } = props
  return (
    <Card rows>
      {files.map(({ key, name }) => (
        <View key={key} className="row">
          <Icon name="doc" size="s" />
          <View className="grow ml2">{name}</View>
          <Tappable className="tap-square" label={removeLabel(name)} onTap={() => remove(key)}>
            <Icon name="x" size="s" />
          </Tappable>
        </View>
      ))}
      {files.length < max && (
        <View className="row">
          <TextLink lead="plus" text={addText} onTap={add} />
        </View>
      )}
    </Card>
  )
}
