import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { rhythmWords } from '@/copy/rhythm'
import { eventWords, staffTaskWords as words } from '@/copy/staff-task'
import type { StaffTask } from '../staff-task'

/** The day that counts with the printed words beside it, and what a day that is not there yet waits for. */
export function DeadlineFacts({ task: { dueOn, deadline, turns } }: { task: StaffTask }) {
  const entered = deadline.event?.entered
  const isAwaited = deadline.event !== null && !entered && dueOn === null
  const enters = turns.find(({ kind }) => kind === 'enterEvent')?.unitName
  return (
    <View>
      {dueOn && <View>{fullDay(dueOn)}</View>}
      {deadline.text !== '' && <View className="sub">{words.original(deadline.text)}</View>}
      {deadline.everyMonths !== null && (
        <View className="sub">{rhythmWords.often(deadline.everyMonths, deadline.nextOn)}</View>
      )}
      {isAwaited && <View className="sub ink-amber">{eventWords.awaited(enters ?? '')}</View>}
      {entered && (
        <View className="sub">
          {eventWords.happened(fullDay(entered.happenedOn), entered.paperNumber)}
        </View>
      )}
      {deadline.provisional && <View className="sub ink-amber">{words.provisional}</View>}
    </View>
  )
}
