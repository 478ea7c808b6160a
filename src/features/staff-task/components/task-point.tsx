import { View } from '@tarojs/components'
import { siteWords as words } from '@/copy/site-list'
import { deed } from '@/src/acting/deed'
import type { Acting } from '@/src/acting/use-act'
import { TextLink } from '@/src/components/tap/text-link'
import type { StaffTask } from '../staff-task'
import { PointDialog } from './point-dialog'

interface TaskPointProps {
  task: StaffTask
  onOpen: (dialog: 'setPoint', about: string) => void
}

/** 记下位置 of the whole, for whoever answers for it. */
export function TaskPoint({ task, onOpen }: TaskPointProps) {
  if (!task.events.includes('setPoint')) return null
  return (
    <View className="between mt2">
      <View className="sub">{task.hasPoint ? words.picked : ''}</View>
      <TextLink
        text={task.hasPoint ? words.pickAgain : words.pick}
        onTap={() => onOpen('setPoint', '')}
      />
    </View>
  )
}

export function TaskPointDialog({ taskId, act }: { taskId: string; act: Acting }) {
  return (
    <PointDialog
      line={words.pickWhole}
      act={act}
      onPicked={(point) =>
        act.run(deed('task.setPoint', { taskId, point }, { told: words.picked }))
      }
    />
  )
}
