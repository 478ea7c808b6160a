import { View } from '@tarojs/components'
import { reportWords } from '@/copy/report'
import { Card } from '@/src/components/card'
import { useAction } from '@/src/platform/use-action'

/** Which task a report is about, when it was opened from one. */
export function AboutTask({ id }: { id: string }) {
  const { load } = useAction('task.getPublic', { taskId: id })
  if (load.face !== 'ready') return null
  return (
    <View className="mb3">
      <Card>
        <View className="sub">{reportWords.aboutTask}</View>
        <View className="name">{load.data.title}</View>
      </Card>
    </View>
  )
}
