import { View } from '@tarojs/components'
import { useState } from 'react'
import { repeatWords as words } from '@/copy/repeats'
import { beijingDay } from '@/domain/calendar/day'
import { repeatReaders } from '@/domain/feedback/repeat'
import { OnlyFor } from '@/src/acting/only-for'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { ChoicePair } from '@/src/components/ask/choice'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'

const sides = [
  { value: 'tasks', text: words.tasks },
  { value: 'subjects', text: words.subjects },
] as const

/** One object for all renders: a new one would be a new question. */
const cameBack = { filter: { cameBack: true } } as const

/** 反弹和屡犯: facts with their sources, for the case officer and the office; never a verdict. */
export function Repeats() {
  const [side, setSide] = useState<'tasks' | 'subjects'>('tasks')
  return (
    <OnlyFor roles={repeatReaders} title={words.title}>
      <PageShell title={words.title} secrecy>
        <ChoicePair label={words.which} options={[...sides]} value={side} onChange={setSide} />
        <View className="mt4 mb4">
          <NoteBlock icon="info">{words.line}</NoteBlock>
        </View>
        {side === 'tasks' ? <CameBack /> : <Subjects />}
      </PageShell>
    </OnlyFor>
  )
}

/** The finding and the reason of each reopening stand on the task's own page. */
function CameBack() {
  const list = usePages('task.listLedger', cameBack, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <PagedList list={list} empty={{ icon: 'check', title: words.noTasks, line: words.noTasksLine }}>
      {(items) => (
        <Card rows>
          {items.map(({ id, title, leadName, comeBack }) => (
            <Row
              key={id}
              icon="table"
              name={title}
              line={[
                leadName,
                comeBack && words.reopened(comeBack.reopened),
                comeBack && words.found(comeBack.found),
                comeBack && words.lastOn(comeBack.on, today),
              ]}
              {...wayTo('subpackages/unit/task', { id })}
            />
          ))}
        </Card>
      )}
    </PagedList>
  )
}

function Subjects() {
  const list = usePages('notifier.listRepeats', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <PagedList
      list={list}
      empty={{ icon: 'check', title: words.noSubjects, line: words.noSubjectsLine }}
    >
      {(items) => (
        <View>
          <Card rows>
            {items.map(({ id, kind, name, reports, sources }) => (
              <Row
                key={`${kind} ${id}`}
                icon={kind === 'unit' ? 'users' : 'pin'}
                name={name}
                line={[words.kinds[kind], words.reports(reports)]}
                under={sources.map(({ number, admittedOn }) => (
                  <View key={number} className="sub">
                    {words.source(number, admittedOn, today)}
                  </View>
                ))}
              />
            ))}
          </Card>
          <View className="sub mt2">{words.sourcesLine}</View>
        </View>
      )}
    </PagedList>
  )
}
