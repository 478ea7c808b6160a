import { View } from '@tarojs/components'
import { dueDay } from '@/copy/moment'
import { groundNames } from '@/copy/objection'
import { objectionDeskWords as words, objectionStateNames } from '@/copy/objection-staff'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { type Act, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { FactRow } from '@/src/components/show/row/fact-row'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { ObjectionSummaryForm } from './objection-summary-form'
import { ReworkSheet } from './rework-sheet'

type Objection = ActionOutput<'feedback.getObjection'>
type Asked = 'admitObjection' | 'dismissObjection' | 'rejectObjection'

const dialogsOf = (objectionId: string): Readonly<Record<Asked, Dialog>> => ({
  admitObjection: {
    kind: 'confirm',
    title: words.admitTitle,
    line: words.admitLine,
    confirm: words.admit,
    deed: () => deed('feedback.admitObjection', { objectionId }, { told: words.admitted }),
  },
  dismissObjection: {
    kind: 'reason',
    title: words.dismiss,
    label: words.dismissLabel,
    line: words.dismissLine,
    needed: words.replyNeeded,
    deed: (reply) =>
      deed('feedback.dismissObjection', { objectionId, reply }, { told: words.dismissed }),
  },
  rejectObjection: {
    kind: 'reason',
    title: words.reject,
    label: words.rejectLabel,
    line: words.dismissLine,
    needed: words.replyNeeded,
    deed: (reply) =>
      deed('feedback.rejectObjection', { objectionId, reply }, { told: words.dismissed }),
  },
})

/** One objection for intake, which writes the 摘要, and for the office, which decides on it. */
export function ObjectionDeskPage({ id }: { id: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('feedback.getObjection', { objectionId: id }, again)
  const act = useAct<Asked | 'upholdObjection'>(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(objection, notice) => (
        <PageShell title={words.title} secrecy foot={<Foot objection={objection} act={act} />}>
          {notice}
          {!act.open && <RefusalNote text={act.refusal} />}
          <Facts objection={objection} />
          {objection.events.includes('openObjection') && (
            <ObjectionSummaryForm objection={objection} act={act} />
          )}
          {objection.events.length === 0 && objection.reply === null && (
            <NoteBlock icon="info">{words.turn}</NoteBlock>
          )}
          {act.open?.name === 'upholdObjection' && (
            <Uphold taskId={objection.taskId} objectionId={id} act={act} />
          )}
          <ActDialogs act={act} thing={id} dialogs={dialogsOf(id)} />
        </PageShell>
      )}
    </LoadedPage>
  )
}

function Facts({ objection }: { objection: Objection }) {
  const { state, dueOn, dueProvisional } = objection
  const today = beijingDay(serverNow())
  const due = { lodged: words.dueAdmission, admitted: words.dueReply }
  return (
    <View className="mb4">
      <View className="title">{objection.title}</View>
      <View className="dim mt1 mb3">
        {objectionStateNames[state]}
        {state === 'lodged' || state === 'admitted'
          ? `　${due[state](dueDay(dueOn, today, dueProvisional))}`
          : ''}
      </View>
      <Card rows>
        <FactRow name={words.ground} value={groundNames[objection.ground]} />
        <FactRow name={words.summary} value={objection.summary ?? words.noSummary} />
        {objection.reply !== null && <FactRow name={words.reply} value={objection.reply} />}
      </Card>
      <StoredPhotos photos={objection.photos} alt={words.photo} />
      <View className="mt2">
        <TextLink
          text={words.toTask}
          {...wayTo('subpackages/unit/task', { id: objection.taskId })}
        />
      </View>
    </View>
  )
}

interface FootProps {
  objection: Objection
  act: Act<Asked | 'upholdObjection'>
}

function Foot({ objection: { events }, act }: FootProps) {
  const [no, yes] = events.includes('admitObjection')
    ? (['dismissObjection', 'admitObjection'] as const)
    : (['rejectObjection', 'upholdObjection'] as const)
  if (!events.includes(yes)) return null
  const names = {
    admitObjection: words.admit,
    dismissObjection: words.dismiss,
    rejectObjection: words.reject,
    upholdObjection: words.uphold,
  }
  return (
    <FootBar pair>
      <ActionButton kind="outlined" text={names[no]} onTap={() => act.show(no)} />
      <ActionButton text={names[yes]} onTap={() => act.show(yes)} />
    </FootBar>
  )
}

interface UpholdProps {
  taskId: string
  objectionId: string
  act: Act<Asked | 'upholdObjection'>
}

/** What has to be done again is asked of the task's own units. */
function Uphold({ taskId, objectionId, act }: UpholdProps) {
  const { load } = useAction('task.get', { taskId })
  if (load.face !== 'ready') return null
  return <ReworkSheet task={load.data} act={act} kind="upholdObjection" objectionId={objectionId} />
}
