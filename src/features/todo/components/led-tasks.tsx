import { View } from '@tarojs/components'
import { todoWords as words } from '@/copy/todo'
import { beijingDay } from '@/domain/calendar/day'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { usePages } from '@/src/platform/use-pages'

const leading = ['cityLeader', 'unitLeader', 'unitStaff']

/** 我牵头的: what one leads as its official; nothing where there is none. */
export function LedTasks() {
  const mine = leading.includes(useMembership()?.role ?? '')
  const list = usePages('task.listLedger', mine ? { filter: { led: true } } : null, {
    refreshOnShow: true,
  })
  const today = beijingDay(serverNow())
  if (!list.first?.items.length) return null
  return (
    <View>
      <SectionHead text={words.led} />
      <PagedList list={list} empty={{ icon: 'check', title: words.empty }}>
        {(rows) => (
          <Card rows>
            {rows.map(({ id, title, dueOn, dueProvisional, leadName }) => (
              <Row
                key={id}
                name={title}
                line={[leadName, dueOn && words.due(dueOn, today, dueProvisional)]}
                {...wayTo('subpackages/unit/task', { id })}
              />
            ))}
          </Card>
        )}
      </PagedList>
    </View>
  )
}
