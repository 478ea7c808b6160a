import { View } from '@tarojs/components'
import { privacyWords } from '@/copy/privacy'
import { Card } from '@/src/components/show/card'

export function Privacy() {
  return (
    <View>
      {privacyWords.sections.map(({ head, lines }) => (
        <Card key={head}>
          <View className="name">{head}</View>
          {lines.map((line) => (
            <View key={line} className="mt2">
              {line}
            </View>
          ))}
        </Card>
      ))}
    </View>
  )
}
