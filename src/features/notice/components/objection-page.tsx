import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dueDay } from '@/copy/moment'
import { groundNames, objectionWords as words } from '@/copy/objection'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { LoadedPage } from '@/src/acting/loaded-page'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { ObjectionForm } from './objection-form'

type Own = ActionOutput<'feedback.getOwnObjection'>

/** 提出异议 while the notice runs, and what became of it; `objectionId` comes from a message. */
export function ObjectionPage({ taskId, objectionId }: { taskId: string; objectionId: string }) {
  const asked = objectionId ? { objectionId } : { taskId }
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('feedback.getOwnObjection', asked, again)
  return (
    <LoadedPage title={words.title} load={load} retry={retry}>
      {(own, notice) =>
        own.objecting === 'open' && own.mine === null ? (
          <ObjectionForm taskId={own.taskId} title={own.title} notice={notice} reload={reload} />
        ) : (
          <Standing own={own} notice={notice} />
        )
      }
    </LoadedPage>
  )
}

function Mine({ mine }: { mine: NonNullable<Own['mine']> }) {
  const today = beijingDay(serverNow())
  return (
    <View>
      <View className="mb4" role="status">
        <NoteBlock icon={mine.reply === null ? 'clock' : 'check'} tone="green">
          {words.states[mine.state](dueDay(mine.dueOn, today, mine.dueProvisional))}
        </NoteBlock>
      </View>
      {mine.reply !== null && (
        <Card>
          <View className="dim">{words.reply}</View>
          <View>{mine.reply}</View>
        </Card>
      )}
      <SectionHead text={words.yours} />
      <Card rows>
        <Row
          name={groundNames[mine.ground]}
          line={[mine.words, words.lodgedOn(mine.lodgedOn, today)]}
        />
      </Card>
    </View>
  )
}

const whyNot = {
  notResident: words.notResident,
  ownCause: words.ownCause,
  closed: words.closed,
}

/** What was said and what became of it; or why nothing can be said here, and the way on. */
function Standing({ own, notice }: { own: Own; notice: ReactNode }) {
  const { objecting, mine, taskId } = own
  return (
    <PageShell title={words.title}>
      {notice}
      <View className="title mb3">{own.title}</View>
      {mine && <Mine mine={mine} />}
      {!mine && objecting !== 'open' && <NoteBlock icon="info">{whyNot[objecting]}</NoteBlock>}
      <View className="mt4">
        {!mine && objecting === 'notResident' ? (
          <ActionButton
            kind="outlined"
            icon="swap"
            text={words.switchIdentity}
            {...wayToTab('mine')}
          />
        ) : (
          <ActionButton
            kind="outlined"
            icon="edit"
            text={words.report}
            {...wayTo('pages/report', { taskId })}
          />
        )}
      </View>
    </PageShell>
  )
}
