import { View } from '@tarojs/components'
import { askedWords as words, opinionStateNames, voiceNames } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'

type Asked = ActionOutput<'opinion.listAsked'>

/** 村里看法 of one task: who was asked and who has spoken, never what. */
export function AskedPage({ taskId }: { taskId: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('opinion.listAsked', { taskId }, again)
  const act = useAct(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(asked, notice) => (
        <PageShell
          title={words.title}
          secrecy
          foot={
            asked.events.includes('askVillage') && (
              <FootBar>
                <ActionButton
                  text={words.ask}
                  busy={act.busy}
                  onTap={() =>
                    void act.run(deed('task.askVillage', { taskId }, { told: words.asked }))
                  }
                />
              </FootBar>
            )
          }
        >
          {notice}
          <RefusalNote text={act.refusal} />
          <View className="title">{asked.title}</View>
          <View className="mt2 mb4">{words.line}</View>
          <NotAsked asked={asked} />
          <Rows asked={asked} />
          <ToVisit taskId={taskId} asked={asked} />
          <ToSummary asked={asked} />
        </PageShell>
      )}
    </LoadedPage>
  )
}

function NotAsked({ asked: { notAsked, items } }: { asked: Asked }) {
  if (notAsked.length > 0) {
    return (
      <View className="mb4">
        <NoteBlock icon="info">
          {words.askLine(notAsked.map(({ name }) => name).join('、'))}
        </NoteBlock>
      </View>
    )
  }
  if (items.length > 0) return null
  return (
    <NoteBlock icon="info">
      <View className="name">{words.none}</View>
      <View>{words.noneLine}</View>
    </NoteBlock>
  )
}

function Rows({ asked: { items } }: { asked: Asked }) {
  const today = beijingDay(serverNow())
  const officer = useMembership()?.role === 'villageOfficer'
  const villages = [...new Map(items.map(({ village }) => [village.code, village])).values()]
  return (
    <View>
      {villages.map(({ code, name }) => (
        <View key={code}>
          <SectionHead text={name} />
          <Card rows>
            {items
              .filter(({ village }) => village.code === code)
              .map((item) => {
                const may = item.events.length > 0
                return (
                  <Row
                    key={item.id}
                    icon="users"
                    name={item.unitName ?? voiceNames[item.voice]}
                    line={[
                      opinionStateNames[item.state],
                      item.state === 'asked'
                        ? item.overdueDays > 0
                          ? words.overdue(item.overdueDays)
                          : words.due(item.dueOn, today, item.dueProvisional)
                        : null,
                    ]}
                    {...(may && {
                      value: officer ? words.own : words.onPaper,
                      ...wayTo('subpackages/village/opinion', { id: item.id }),
                    })}
                  />
                )
              })}
          </Card>
        </View>
      ))}
    </View>
  )
}

function ToSummary({ asked: { summaryId } }: { asked: Asked }) {
  if (summaryId === null) return null
  return (
    <View className="mt4">
      <Card rows>
        <Row
          icon="doc"
          name={words.summary}
          {...wayTo('subpackages/village/summary', { id: summaryId })}
        />
      </Card>
    </View>
  )
}

/** Villages whose day is over without a word. */
function ToVisit({ taskId, asked: { toVisit, events } }: { taskId: string; asked: Asked }) {
  if (toVisit.length === 0 || !events.includes('visitVillage')) return null
  return (
    <View className="mt4">
      <View className="dim mb2">{words.visitLine}</View>
      <Card rows>
        {toVisit.map(({ code, name }) => (
          <Row
            key={code}
            icon="pin"
            name={words.visit(name)}
            {...wayTo('subpackages/village/visit', { id: taskId, village: code })}
          />
        ))}
      </Card>
    </View>
  )
}
