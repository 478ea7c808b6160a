import { View } from '@tarojs/components'
import { moment } from '@/copy/moment'
import { staffTaskWords as words } from '@/copy/staff-task'
import { taskEventNames } from '@/copy/task-staff'
import { Card } from '@/src/components/show/card'
import { SectionHead } from '@/src/components/frame/section-head'
import { Timeline } from '@/src/components/show/timeline'
import type { StaffTask } from '../staff-task'

/** What was done, by which unit, when; newest last. */
export function TaskHistory({ task }: { task: StaffTask }) {
  if (task.history.length === 0) return null
  return (
    <View>
      <SectionHead text={words.history} />
      <Card>
        <Timeline
          nodes={task.history.map((node, place) => ({
            key: `${node.event}${place}`,
            state: 'done',
            name: taskEventNames[node.event] ?? node.event,
            date: moment(node.at),
            ...((node.unitName || node.note) && {
              line: [node.unitName, node.note].filter(Boolean).join('：'),
            }),
          }))}
        />
      </Card>
    </View>
  )
}
