import { View } from '@tarojs/components'
import { dayFrom } from '@/copy/moment'
import { progressSentence, progressWords as words } from '@/copy/report'
import type { FeedbackState } from '@/domain/feedback/feedback'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { Act } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { CodeCard } from '@/src/components/show/code-card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { Timeline, type TimelineNode } from '@/src/components/show/timeline'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { copyText } from '@/src/platform/clipboard'
import { spacedLookupCode } from '@/src/platform/key'
import { callPhone } from '@/src/platform/phone'
import { useMembership } from '@/src/platform/use-me'
import { codeOf, lostFrom } from '../report/receipts'
import type { ReporterFeedback } from '../report/reporter-feedback'
import { AboutTask } from './about-task'
import { Answered } from './answered'
import { AskNotice } from './ask-notice'
import { LostFiles } from './lost-files'

/** Nothing more is told of these. */
const ended: readonly FeedbackState[] = ['archived', 'declined', 'withdrawn']

interface ProgressViewProps {
  feedback: ReporterFeedback
  /** The code it was opened with, when it was. */
  code: string | null
  which: { readonly feedbackId: string; readonly lookupHash?: string }
  act: Act<'supplement' | 'withdraw'>
}

/** 办到哪了: a sentence with a date, then who has it, until when, and a phone number. */
export function ProgressView(props: ProgressViewProps) {
  const { feedback, code, act } = props
  const today = beijingDay(serverNow())
  const answered = feedback.answers[feedback.answers.length - 1]?.on ?? null
  const known = code ?? codeOf(feedback.id)
  const officer = useMembership()?.role === 'villageOfficer'
  return (
    <View>
      <View className="title">
        {progressSentence(feedback.state, feedback.dueOn, answered, today, feedback.dueProvisional)}
      </View>
      <View className="dim mt2 mb4">
        {feedback.dueOn && feedback.state !== 'answered' && words.left(feedback.dueOn, today)}
        {feedback.words.slice(0, 40)}
        {feedback.words.length > 40 ? '……' : ''}
      </View>
      {feedback.state === 'declined' && feedback.declinedReason && (
        <Card>
          <View className="name">{words.declinedReason}</View>
          <View className="mt2">{feedback.declinedReason}</View>
        </Card>
      )}
      {feedback.taskId && <AboutTask id={feedback.taskId} />}
      <LostFiles lost={lostFrom(feedback.id)} />
      <Answered {...props} today={today} />
      <View className="mt3">
        <CodeCard
          codes={[
            { label: words.number, value: feedback.number },
            { label: words.code, value: known ? spacedLookupCode(known) : words.codeElsewhere },
          ]}
          hint={words.keepIt}
          onCopy={() =>
            void copyText(`${feedback.number} ${known ?? ''}`.trim()).then((copied) =>
              toast(copied ? words.copied : words.notCopied),
            )
          }
        />
      </View>
      <View className="mt3">
        <Card>
          <Timeline
            nodes={feedback.nodes.map((node, place) => drawn(feedback, node, place, today))}
          />
        </Card>
      </View>
      {code === null && !ended.includes(feedback.state) && <AskNotice />}
      <View className="mt3">
        <NoteBlock icon="lock">{officer ? words.villager : words[feedback.protection]}</NoteBlock>
      </View>
      <Said feedback={feedback} onWithdraw={() => act.show('withdraw')} />
    </View>
  )
}

/** What the due day is about: whether it is taken up, or the answer. */
const awaitedStep = ({ state }: ReporterFeedback) =>
  state === 'submitted' ? 'admitted' : 'answered'

const drawn = (
  feedback: ReporterFeedback,
  node: ReporterFeedback['nodes'][number],
  place: number,
  today: IsoDay,
): TimelineNode => {
  const next = feedback.nodes[place + 1]
  const running =
    node.done && (node.event === 'assigned' || node.event === 'secondLook') && !next?.done
  const date = node.on ? dayFrom(today, node.on) : null
  const line =
    node.unitName ??
    (node.event === 'submitted' || node.event === 'admitted' || node.event === 'answered'
      ? words.lines[node.event]
      : null)
  // The day that was promised stands at the step it was promised for.
  const waited = !node.done && node.event === awaitedStep(feedback) && feedback.dueOn
  return {
    key: `${node.event}${place}`,
    state: running ? 'now' : node.done ? 'done' : 'todo',
    name: words.nodes[node.event],
    ...(date && { date: running ? words.since(date) : date }),
    ...(waited &&
      feedback.dueOn && { date: words.by(feedback.dueOn, today, feedback.dueProvisional) }),
    ...(line && { line }),
  }
}

function Said({ feedback, onWithdraw }: { feedback: ReporterFeedback; onWithdraw: () => void }) {
  const photos = feedback.photos
  return (
    <View>
      <SectionHead text={words.said} />
      <Card>
        <View>{feedback.words}</View>
        <View className="sub mt1">{`${feedback.regionName ?? ''} ${feedback.place}`.trim()}</View>
        <StoredPhotos photos={photos} alt={words.ownPhoto} />
        {feedback.supplements.map((supplement) => (
          <View key={supplement.at} className="mt3">
            <View className="sub">
              {words.supplements} {dayFrom(beijingDay(serverNow()), beijingDay(supplement.at))}
            </View>
            <View>{supplement.words}</View>
          </View>
        ))}
      </Card>
      {feedback.events.includes('withdraw') && (
        <View className="mt2">
          <TextLink text={words.withdraw} onTap={onWithdraw} />
        </View>
      )}
    </View>
  )
}

/** Two equal ways on: say more, or ask a person. */
export function ProgressFoot({
  feedback,
  onSupplement,
}: Pick<ProgressViewProps, 'feedback'> & { onSupplement: () => void }) {
  return (
    <FootBar pair={feedback.events.includes('supplement')}>
      {feedback.events.includes('supplement') && (
        <ActionButton kind="outlined" icon="edit" text={words.supplement} onTap={onSupplement} />
      )}
      <ActionButton
        kind="outlined"
        icon="phone"
        text={words.call}
        onTap={() => callPhone(feedback.phone)}
      />
    </FootBar>
  )
}
