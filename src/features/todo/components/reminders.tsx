import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { owedKinds } from '@/domain/reminder/kinds'
import { todoWords as words } from '@/copy/todo'
import { beijingDay } from '@/domain/calendar/day'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { serverNow } from '@/src/platform/clock'
import { usePages } from '@/src/platform/use-pages'

/** 会在哪天提醒我: the coming reminder days of what the caller owes. */
export function Reminders() {
  const list = usePages('notifier.listReminders', {})
  const today = beijingDay(serverNow())
  return (
    <View>
      <View className="mb4">
        <NoteBlock icon="bell">{words.remindersLine}</NoteBlock>
      </View>
      <PagedList list={list} empty={{ icon: 'bell', title: words.remindersEmpty }}>
        {(rows) => (
          <Card rows>
            {rows.map((row, place) => (
              <Row
                key={`${row.on}${place}`}
                icon="bell"
                name={fullDay(row.on)}
                line={[
                  owedKinds[row.kind].name,
                  row.title,
                  words.due(row.dueOn, today, row.provisional),
                ]}
              />
            ))}
          </Card>
        )}
      </PagedList>
    </View>
  )
}
