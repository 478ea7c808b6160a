import { View } from '@tarojs/components'
import { roleNames } from '@/copy/identity'
import { dueDay } from '@/copy/moment'
import { owedKinds } from '@/domain/reminder/kinds'
import { turnWords as words } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import { NoteBlock } from '@/src/components/show/note-block'
import { serverNow } from '@/src/platform/clock'
import type { StaffTask } from '../staff-task'

type Turn = StaffTask['turns'][number]

const whoOf = ({ unitName, role }: Turn) => unitName ?? (role ? roleNames[role] : '')

/** Where this person has nothing to do: who has, and until when. */
export function WhoseTurn({ turns }: Pick<StaffTask, 'turns'>) {
  const today = beijingDay(serverNow())
  if (turns.length === 0) return null
  return (
    <View className="mb3">
      <NoteBlock icon="clock">
        <View className="name">{words.nobody}</View>
        <View>{words.head}</View>
        {turns.map((turn) => (
          <View key={`${turn.kind} ${whoOf(turn)} ${turn.dueOn}`} className="sub">
            {words.line(
              whoOf(turn),
              owedKinds[turn.kind].name,
              dueDay(turn.dueOn, today, turn.provisional),
            )}
          </View>
        ))}
      </NoteBlock>
    </View>
  )
}
