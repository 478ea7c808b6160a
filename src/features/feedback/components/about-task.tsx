import { View } from '@tarojs/components'
import { reportWords } from '@/copy/report'
import { publicStateNames } from '@/copy/task'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'

/** Which task a report is about, and how far it has come, without a network too; a tap tells its life. */
export function AboutTask({ id }: { id: string }) {
  const { load } = useAction('register.getTask', { taskId: id }, { keep: true })
  if (load.face !== 'ready') return null
  const { title, state } = load.data
  return (
    <View className="mb3">
      <Card rows>
        <Row
          name={title}
          line={[reportWords.aboutTask, publicStateNames[state]]}
          {...wayTo('pages/task', { id })}
        />
      </Card>
    </View>
  )
}
