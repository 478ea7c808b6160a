import { View } from '@tarojs/components'
import { localBarWords as words } from '@/copy/local-bar'
import { moment } from '@/copy/moment'
import { Card } from '@/src/components/show/card'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { FactRow } from '@/src/components/show/row/fact-row'
import type { LocalMessage } from '@/src/platform/local-control'

/** Each message as WeChat's service notice draws it. */
export function MessagePanel({ messages }: { messages: readonly LocalMessage[] }) {
  if (messages.length === 0) return <FaceBlock icon="bell" title={words.noMessages} />
  return (
    <View>
      <View className="sub mb3">{words.messagesLine}</View>
      {messages.map((message, index) => (
        <Card key={`${message.at}-${index}`} rows>
          <View className="between mt3">
            <View className="name">{message.title}</View>
            <View className="sub">{moment(message.at)}</View>
          </View>
          {message.fields.map((field) => (
            <FactRow key={field.label} name={field.label} value={field.value} />
          ))}
        </Card>
      ))}
    </View>
  )
}
