import { View } from '@tarojs/components'
import { homeWords as words } from '@/copy/home'
import { roleNames } from '@/copy/identity'
import { myReportsWords } from '@/copy/report'
import { todoWords } from '@/copy/todo'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { TextLink } from '@/src/components/tap/text-link'
import { StartBlock } from '@/src/features/home/components/start-block'
import { VillageTasks } from '@/src/features/register/components/village-tasks'
import { Tools } from '@/src/features/todo/components/tools'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import type { Membership } from '@/src/platform/use-me'

/** What staff come for: for whom they act, what is owed, what they work with. */
export function StaffHome({ unit, role, region }: Membership) {
  const { load } = useAction('notifier.listTodo', {}, { keep: true, refreshOnShow: true })
  const todo = load.face === 'ready' ? load.data : null
  const officer = role === 'villageOfficer'
  return (
    <View>
      <View className="dim">{todoWords.actingFor}</View>
      <View className="between">
        <View className="title">{unit.name}</View>
        <TextLink lead="swap" text={todoWords.switch} {...wayToTab('mine')} />
      </View>
      <View className="dim mb3">{`${roleNames[role]}  ${region.name}`}</View>
      <Card rows>
        <Row
          icon="box"
          name={words.todo}
          line={todo ? todoWords.sentence(todo.overdue, todo.dueToday) : words.todoLine}
          {...wayToTab('todo')}
        />
      </Card>
      {officer ? (
        <>
          <View className="mt3 mb3">
            <StartBlock />
          </View>
          <Card rows>
            <Row icon="msg" name={myReportsWords.villagers} {...wayTo('pages/my-reports')} />
          </Card>
          <VillageTasks />
        </>
      ) : (
        <>
          <Tools />
          <View className="mt3">
            <Card rows>
              <Row
                icon="edit"
                name={words.report}
                line={words.protected}
                {...wayTo('pages/report')}
              />
              <Row icon="search" name={words.lookUp} {...wayTo('pages/lookup')} />
            </Card>
          </View>
        </>
      )}
    </View>
  )
}
