import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { negotiationWords as words } from '@/copy/negotiation'
import { timelineReassurance } from '@/copy/timeline'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { dropFiles } from '@/src/acting/use-form-photos'
import { StoredDocuments } from '@/src/acting/stored-documents'
import { WaitingNote } from '@/src/acting/waiting-note'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { callPhone } from '@/src/platform/phone'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { type Negotiation, useNegotiation } from '../hooks/use-negotiation'
import { isOpen, isTalkedAbout, type Timeline } from '../hooks/use-replies'
import { type NodeDialog, nodeDialogs } from '../node-dialogs'
import { MeasureReply } from './measure-reply'
import { Nodes } from './nodes'
import { ReportNodeSheet } from './report-node-sheet'
import { ReopenSheet } from './reopen-sheet'
import { TimelineFoot } from './timeline-foot'
import { TimelineWords } from './timeline-words'

export function TimelinePage({ id }: { id: string }) {
  const staff = useMembership()?.role !== 'enterpriseAgent'
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('enterprise.getTimeline', { timelineId: id }, again)
  const act = useAct<TalkDialog>(reload)
  return (
    <LoadedPage title={words.title} secrecy={staff} load={load} retry={retry}>
      {(timeline, notice) => (
        <Talk timeline={timeline} notice={notice} staff={staff} act={act} reload={reload} />
      )}
    </LoadedPage>
  )
}

type TalkDialog = NodeDialog | 'refer' | 'reopenTerms'

const dialogsOf = (
  timeline: Timeline,
  about: string,
): Readonly<Partial<Record<TalkDialog, Dialog>>> => ({
  ...nodeDialogs(timeline, about),
  refer: {
    kind: 'reason',
    title: words.helpTitle,
    label: words.helpReason,
    line: words.helpLine,
    needed: words.helpNeeded,
    deed: (reason) =>
      deed('enterprise.refer', { timelineId: timeline.id, reason }, { told: words.helpSent }),
  },
})

interface TalkProps {
  timeline: Timeline
  notice: ReactNode
  staff: boolean
  act: Act<TalkDialog>
  reload: () => Promise<void>
}

function Talk({ timeline, notice, staff, act, reload }: TalkProps) {
  const today = beijingDay(serverNow())
  const talk = useNegotiation(timeline, act, reload)
  const { replies, answers, can, waiting } = talk
  const { draft } = replies
  const measures = timeline.measures.filter((each) => isTalkedAbout(each) || !isOpen(timeline))
  const reporting =
    act.open?.name === 'reportNode' && timeline.measures.find(({ id }) => id === act.open?.about)
  return (
    <PageShell
      title={words.title}
      secrecy={staff}
      foot={<TimelineFoot talk={talk} side={timeline.side} />}
    >
      {notice}
      <Head timeline={timeline} talk={talk} staff={staff} today={today} />
      {waiting && <WaitingNote item={waiting} />}
      {!act.open && <RefusalNote text={talk.refusal} />}
      {!waiting && <RestoredNote draft={draft} onEmpty={() => dropFiles(draft.value.files)} />}
      {replies.outdated && (
        <View className="mb3" role="status">
          <NoteBlock icon="swap" tone="amber">
            {words.newOffer}
          </NoteBlock>
        </View>
      )}
      {measures.map((measure, place) => (
        <MeasureReply
          key={measure.id}
          timeline={timeline}
          measure={measure}
          place={place}
          today={today}
          reply={replies.replyTo(measure)}
          onChange={answers && !waiting ? (part) => replies.change(measure.id, part) : null}
        />
      ))}
      <TheirReason timeline={timeline} />
      <Nodes timeline={timeline} onOpen={act.show} />
      {talk.asksWords && !waiting && <TimelineWords talk={talk} />}
      {(timeline.state === 'proposed' || timeline.state === 'countered') && (
        <View className="sub mt4">{words.lastRound(timeline.lastRound)}</View>
      )}
      <View className="flex">
        {can('refer') && <TextLink lead="help" text={words.help} onTap={() => act.show('refer')} />}
        {can('reopenTerms') && (
          <TextLink text={words.reopen} go="right" onTap={() => act.show('reopenTerms')} />
        )}
        {!staff && timeline.unit.phone && (
          <View className="push">
            <TextLink
              lead="phone"
              text={words.call}
              onTap={() => callPhone(timeline.unit.phone ?? '')}
            />
          </View>
        )}
      </View>
      {act.open?.name === 'reopenTerms' && <ReopenSheet timeline={timeline} act={act} />}
      {reporting && (
        <ReportNodeSheet timeline={timeline} measure={reporting} act={act} reload={reload} />
      )}
      <ActDialogs
        act={act}
        thing={timeline.id}
        dialogs={dialogsOf(timeline, act.open?.about ?? '')}
      />
    </PageShell>
  )
}

/** What the other side says to its last dates, with its plan where that is the firm. */
function TheirReason({ timeline }: { timeline: Timeline }) {
  const { reason, offeredBy, side, technicalPlan, planFiles } = timeline
  if (!reason || !offeredBy || offeredBy === side) return null
  return (
    <View className="mt3">
      <NoteBlock icon="edit" tone="amber">
        <View className="name">{words.theirReason(offeredBy)}</View>
        <View>{reason}</View>
        {offeredBy === 'enterprise' && (
          <View>
            {technicalPlan && <View className="mt1">{technicalPlan}</View>}
            <StoredDocuments
              documents={planFiles.map((file, place) => ({
                ...file,
                name: words.planFileNth(place + 1),
              }))}
            />
          </View>
        )}
      </NoteBlock>
    </View>
  )
}

interface HeadProps {
  timeline: Timeline
  talk: Negotiation
  staff: boolean
  today: IsoDay
}

function Head({ timeline, talk, staff, today }: HeadProps) {
  return (
    <View>
      <View className="dim">{timeline.taskTitle}</View>
      <View className="title">
        {timeline.latestOn ? words.latest(timeline.latestOn) : words.noLatest}
      </View>
      <View className="dim mt1">
        {talk.answers
          ? words.round(timeline.round, timeline.answerDueOn, today, timeline.answerDueProvisional)
          : words.sentence(timeline.state, timeline.awaits)}
      </View>
      <View className="dim mb4">
        {staff ? timeline.enterprise.name : words.proposedBy(timeline.unit.name)}
      </View>
      <View className="mb4">
        <NoteBlock icon="scale" tone="green">
          {timelineReassurance}
        </NoteBlock>
      </View>
    </View>
  )
}
