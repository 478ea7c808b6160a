import { View } from '@tarojs/components'
import { useState } from 'react'
import { siteWords as words } from '@/copy/site-list'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import type { Acting } from '@/src/acting/use-act'
import { ConfirmDialog } from '@/src/components/sheet/confirm-dialog'
import { TextLink } from '@/src/components/text-link'
import { toast } from '@/src/components/toast/toast-bus'
import { locate } from '@/src/platform/locate'
import type { StaffTask } from '../staff-task'

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

/** Asked first: the person stands there, or it tells nothing. */
export function TaskPointDialog({ taskId, act }: { taskId: string; act: Acting }) {
  const [locating, setLocating] = useState(false)
  const pick = async () => {
    setLocating(true)
    const place = await locate()
    setLocating(false)
    if (!place) return toast(words.pickFailed)
    const point = { latitude: place.latitude, longitude: place.longitude }
    await act.run(deed('task.setPoint', { taskId, point }, { told: words.picked }))
  }
  return (
    <ConfirmDialog
      open
      title={words.pickTitle}
      confirm={words.pick}
      busy={locating || act.busy}
      onCancel={act.close}
      onConfirm={() => void pick()}
    >
      <RefusalNote text={act.refusal} />
      {words.pickWhole}
    </ConfirmDialog>
  )
}
