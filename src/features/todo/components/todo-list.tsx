import { View } from '@tarojs/components'
import { dayFrom } from '@/copy/moment'
import { owedKinds } from '@/domain/reminder/kinds'
import { todoWords as words } from '@/copy/todo'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { rolesWithoutDuties } from '@/domain/organization/without-duties'
import { askAtTap, messagesLeft } from '@/src/acting/consent'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { SectionHead } from '@/src/components/frame/section-head'
import type { StateChipProps } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { TodoRow } from '@/src/components/show/todo-row'
import { serverNow } from '@/src/platform/clock'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { usePages } from '@/src/platform/use-pages'
import { whereToDo } from '../where-to-do'

type Todo = ActionOutput<'notifier.listTodo'>['items'][number]

/** What staff are told of in messages, and how many left are few. */
const templates = ['deadline', 'timeline'] as const
const fewLeft = 3

/** Days ahead that still count as this week's work. */
const weekDays = 7

/** 待办: what the unit owes by date; the verb is on the button, filled only when overdue. */
export function TodoList() {
  const membership = useMembership()
  const list = usePages('notifier.listTodo', membership ? {} : null, { refreshOnShow: true })
  const { first } = list
  const today = beijingDay(serverNow())
  if (!membership) return null
  const line = rolesWithoutDuties.includes(membership.role) ? words.owesNothing : words.emptyLine
  return (
    <View>
      <View className="dim">{words.actingFor}</View>
      <View className="between">
        <View className="name">{membership.unit.name}</View>
        <TextLink lead="swap" text={words.switch} {...wayToTab('mine')} />
      </View>
      <PagedList list={list} empty={{ icon: 'check', title: words.empty, line }}>
        {(rows) => (
          <View>
            <View className="title mt3">
              {words.sentence(first?.overdue ?? 0, first?.dueToday ?? 0)}
            </View>
            {membership.role === 'coordinator' && (
              <View className="sub">{words.othersOverdue}</View>
            )}
            {parts(rows).map((part) => (
              <Part key={part.head} {...part} today={today} />
            ))}
          </View>
        )}
      </PagedList>
      <View className="centre mt4">
        <TextLink text={words.reminders} {...wayTo('subpackages/unit/reminders')} />
      </View>
    </View>
  )
}

const parts = (items: readonly Todo[]) =>
  [
    { head: words.overdue, rows: items.filter(({ daysLeft }) => daysLeft < 0) },
    { head: words.today, rows: items.filter(({ daysLeft }) => daysLeft === 0) },
    {
      head: words.week,
      rows: items.filter(({ daysLeft }) => daysLeft > 0 && daysLeft <= weekDays),
    },
    { head: words.later, rows: items.filter(({ daysLeft }) => daysLeft > weekDays) },
  ].filter(({ rows }) => rows.length > 0)

interface PartProps {
  head: string
  rows: readonly Todo[]
  today: IsoDay
}

function Part({ head, rows, today }: PartProps) {
  return (
    <View>
      <SectionHead text={head} {...(head === words.today && { right: dayFrom(today, today) })} />
      <Card rows>
        {rows.map((row) => {
          const { name, verb } = owedKinds[row.kind]
          const late = row.daysLeft < 0
          const way = wayTo(...whereToDo(row))
          return (
            <TodoRow
              key={row.id}
              chip={chipOf(row.daysLeft)}
              kind={name}
              name={row.title}
              facts={[row.risen ? words.risen : null, words.due(row.dueOn, today, row.provisional)]}
              verb={row.risen ? words.look : verb}
              urgent={late}
              href={way.href}
              onTap={() => {
                // Few messages left: the tap that opens one's own work is the time to ask.
                const few = (messagesLeft(templates) ?? fewLeft) < fewLeft
                const asked = few ? askAtTap(templates) : Promise.resolve()
                void asked.then(way.onTap)
              }}
            />
          )
        })}
      </Card>
    </View>
  )
}

const chipOf = (daysLeft: number): StateChipProps => {
  const word = words.left(daysLeft)
  if (daysLeft < 0) return { tone: 'red', shape: 'overdue', word }
  return { tone: daysLeft === 0 ? 'amber' : 'neutral', shape: 'sand', word }
}
