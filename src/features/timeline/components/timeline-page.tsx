import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { negotiationWords as words } from '@/copy/negotiation'
import { timelineReassurance } from '@/copy/timeline'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/action-button'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'
import { TextLink } from '@/src/components/text-link'
import { toast } from '@/src/components/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { callPhone } from '@/src/platform/phone'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { useSend } from '@/src/platform/use-send'
import { type Timeline, useReplies } from '../hooks/use-replies'
import { MeasureReply } from './measure-reply'
import { TimelineFoot } from './timeline-foot'

export function TimelinePage({ id }: { id: string }) {
  const staff = useMembership()?.role !== 'enterpriseAgent'
  const { load, retry, reload } = useAction(
    'enterprise.getTimeline',
    { timelineId: id },
    { refreshOnShow: true },
  )
  if (load.face === 'ready') {
    const timeline = load.data
    // A new round or state is a new form.
    return (
      <Negotiation
        key={`${timeline.round}${timeline.state}`}
        timeline={timeline}
        staff={staff}
        onDone={reload}
      />
    )
  }
  return (
    <PageShell title={words.title} secrecy={staff}>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {() => null}
      </ListFaces>
    </PageShell>
  )
}

interface NegotiationProps {
  timeline: Timeline
  staff: boolean
  onDone: () => Promise<void>
}

function Negotiation({ timeline, staff, onDone }: NegotiationProps) {
  const today = beijingDay(serverNow())
  const replies = useReplies(timeline)
  const [reason, setReason] = useState('')
  const [plan, setPlan] = useState('')
  const [asking, setAsking] = useState(false)
  const refer = useSend('enterprise.refer')
  const [helpReason, setHelpReason] = useState('')
  const can = (event: string) => timeline.events.includes(event)
  const refusal = refer.error ? errorTexts[refer.error.code] : null
  const answers = can('counter') || can('propose') || can('mediate')
  const asksWords = replies.others > 0 && !can('mediate')

  return (
    <PageShell
      title={words.title}
      secrecy={staff}
      foot={
        <TimelineFoot
          timeline={timeline}
          replies={replies}
          reason={reason}
          plan={plan}
          onDone={async (sentence) => {
            toast(sentence)
            await onDone()
          }}
        />
      }
    >
      <View className="dim">{timeline.taskTitle}</View>
      <View className="title">
        {timeline.latestOn ? words.latest(timeline.latestOn) : words.noLatest}
      </View>
      <View className="dim mt1">
        {answers || can('accept')
          ? words.round(timeline.round, timeline.answerDueOn, today, timeline.answerDueProvisional)
          : words.sentence(timeline.state)}
      </View>
      <View className="dim mb4">
        {staff ? timeline.enterprise.name : words.proposedBy(timeline.unit.name)}
      </View>
      <View className="mb4">
        <NoteBlock icon="scale" tone="green">
          {timelineReassurance}
        </NoteBlock>
      </View>
      {refusal && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {refusal}
          </NoteBlock>
        </View>
      )}
      {timeline.measures.map((measure, place) => (
        <MeasureReply
          key={measure.id}
          timeline={timeline}
          measure={measure}
          place={place}
          today={today}
          reply={replies.replyTo(measure)}
          onChange={
            answers
              ? (part) => {
                  refer.clearError()
                  replies.change(measure.id, part)
                }
              : null
          }
        />
      ))}
      {timeline.reason && timeline.side !== 'enterprise' && (
        <View className="mt3">
          <NoteBlock icon="edit" tone="amber">
            <View className="name">{words.theirReason}</View>
            <View>{timeline.reason}</View>
            {timeline.technicalPlan && <View className="mt1">{timeline.technicalPlan}</View>}
          </NoteBlock>
        </View>
      )}
      {asksWords && (
        <View className="mt4">
          <View className="name mb2">{words.reason}</View>
          <ReportBox
            label={words.reason}
            placeholder={words.reasonPlaceholder}
            max={500}
            height={72}
            onInput={setReason}
          />
          {can('counter') && (
            <View className="mt3">
              <View className="name mb2">{words.plan}</View>
              <ReportBox
                label={words.plan}
                placeholder={words.planPlaceholder}
                max={2000}
                height={72}
                onInput={setPlan}
              />
            </View>
          )}
        </View>
      )}
      {(timeline.state === 'proposed' || timeline.state === 'countered') && (
        <View className="sub mt4">{words.lastRound(timeline.lastRound)}</View>
      )}
      <View className="flex">
        {can('refer') && <TextLink lead="help" text={words.help} onTap={() => setAsking(true)} />}
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
      <Sheet
        open={asking}
        title={words.helpTitle}
        onClose={() => setAsking(false)}
        foot={
          <ActionButton
            text={words.helpTitle}
            busy={refer.busy}
            blocked={helpReason.trim() ? null : words.helpReason}
            onTap={() =>
              void refer
                .send({ timelineId: timeline.id, reason: helpReason.trim() })
                .then(async (done) => {
                  setAsking(false)
                  if (done) await onDone()
                })
            }
          />
        }
      >
        <View className="mb3">{words.helpLine}</View>
        <ReportBox
          label={words.helpReason}
          placeholder={words.helpReason}
          max={500}
          onInput={setHelpReason}
        />
      </Sheet>
    </PageShell>
  )
}
