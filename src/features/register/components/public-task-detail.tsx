import { View } from '@tarojs/components'
import { dayFrom, fullDueDay } from '@/copy/moment'
import { taskPageWords as words } from '@/copy/register'
import { photoPairWords } from '@/copy/photo-pairs'
import { publicEventNames } from '@/copy/task'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { PhotoPairs } from '@/src/acting/photo-pairs'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { ListFaces } from '@/src/components/frame/list-faces'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { Timeline, type TimelineNode } from '@/src/components/show/timeline'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { useShare } from '@/src/platform/share'
import { useAction } from '@/src/platform/use-action'
import { PublicChip } from './public-chip'

type PublicTask = ActionOutput<'register.getTask'>

/** What a resident reads of one task: what, who, until when, what is done. */
export function PublicTaskDetail({ id }: { id: string }) {
  const { load, retry } = useAction('register.getTask', { taskId: id }, { keep: true })
  useShare(load.face === 'ready' ? words.forwarded(load.data) : words.title, 'pages/task', id)
  const today = beijingDay(serverNow())
  return (
    <ListFaces load={load} onRetry={retry} skeletons={3}>
      {(task) => (
        <View>
          <PublicChip state={task.state} overdueDays={task.overdueDays} />
          <View className="title mt2">{task.title}</View>
          <View className="mt2 mb4">{task.goals[0] ?? task.problem}</View>
          <Facts task={task} today={today} />
          {task.notice && <NoticeCard id={id} notice={task.notice} today={today} />}
          {task.photos.length > 0 && <SectionHead text={photoPairWords.title} />}
          <PhotoPairs pairs={task.photos} />
          <Measures task={task} today={today} />
          <Problem task={task} />
          <History task={task} today={today} />
          {task.result?.villages && (
            <View>
              <SectionHead text={words.villages} />
              <Card>{task.result.villages.words}</Card>
            </View>
          )}
          <View className="sub mt4">{words.number(task.number, task.upperNumber)}</View>
          <View className="sub">{words.released(task.releasedOn, today)}</View>
          <View className="mt4">
            {task.speaking && (
              <View className="mb3">
                <ActionButton
                  text={words.speak}
                  {...wayTo('subpackages/village/own', { id: task.id })}
                />
              </View>
            )}
            {task.state === 'closed' && <View className="mb3">{words.lookedAtAgain}</View>}
            <ActionButton
              kind="outlined"
              icon="edit"
              text={task.state === 'closed' ? words.relapse : words.report}
              {...wayTo('pages/report', { taskId: task.id })}
            />
          </View>
        </View>
      )}
    </ListFaces>
  )
}

interface NoticeCardProps {
  id: string
  notice: NonNullable<PublicTask['notice']>
  today: IsoDay
}

/** 办结前公示: its days, and the way to what was done and to an objection. */
function NoticeCard({ id, notice: { from, lastOn, daysLeft }, today }: NoticeCardProps) {
  const isOver = daysLeft === 0 && lastOn !== null
  return (
    <Card>
      <View className="name">{words.noticeHead}</View>
      <View className="sub mb3">{words.noticeDays(from, lastOn, today)}</View>
      {!isOver && <View className="mb3">{words.object}</View>}
      <ActionButton
        kind={isOver ? 'outlined' : 'filled'}
        text={words.notice(daysLeft)}
        {...wayTo('subpackages/resident/notice', { id })}
      />
    </Card>
  )
}

const wholeDay = ({ dueOn, printedOn, reopened, dueProvisional, dueText }: PublicTask) => {
  if (!dueOn) return dueText
  return printedOn
    ? words.movedWhole(printedOn, dueOn, reopened)
    : fullDueDay(dueOn, dueProvisional)
}

const measureDay = (
  { dueOn, printedOn, reopened, dueProvisional, dueText, doneOn }: PublicTask['measures'][number],
  today: IsoDay,
) => {
  if (!dueOn) return dueText
  return printedOn
    ? words.moved(printedOn, dueOn, reopened, today)
    : words.dueBy(dueOn, today, dueProvisional, doneOn !== null)
}

function Facts({ task, today }: { task: PublicTask; today: IsoDay }) {
  const lead = task.units.find(({ role }) => role === 'lead')
  const doers = task.units.filter(({ role }) => role === 'responsible').map(({ name }) => name)
  const phone = task.units.find((unit) => unit.phone)?.phone
  return (
    <Card rows>
      <FactRow name={words.who} value={doers.join('、') || task.unitName} />
      {lead && <FactRow name={words.lead} value={lead.name} />}
      <FactRow
        name={words.deadline}
        value={wholeDay(task)}
        {...(task.dueOn &&
          task.state !== 'closed' && {
            right: <View className="sub">{words.left(task.dueOn, today)}</View>,
          })}
      />
      {phone && (
        <FactRow
          name={words.phone}
          value={phone}
          right={<TextLink text={words.call} lead="phone" onTap={() => callPhone(phone)} />}
        />
      )}
    </Card>
  )
}

function Measures({ task, today }: { task: PublicTask; today: IsoDay }) {
  if (task.measures.length === 0) return null
  return (
    <View>
      <SectionHead text={words.measures} />
      <Card rows>
        {task.measures.map((measure, place) => (
          <View key={place} className="row row--top">
            <View className="grow">
              <View className="flex-top between">
                <View className="grow">{measure.text}</View>
                {measure.doneOn && (
                  <StateChip tone="green" shape="tick" word={words.done(measure.doneOn, today)} />
                )}
              </View>
              <View className="sub mt1">
                {[
                  ...measure.unitNames,
                  measureDay(measure, today),
                  measure.sitesDone && words.sitesDone(measure.sitesDone),
                ]
                  .filter(Boolean)
                  .join('  ')}
              </View>
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}

function Problem({ task }: { task: PublicTask }) {
  return (
    <View>
      <SectionHead text={words.problem} />
      <Card>
        <View>{task.problem}</View>
        {task.goals.length > 0 && <View className="name mt4">{words.goals}</View>}
        {task.goals.map((goal) => (
          <View key={goal} className="mt1">
            {goal}
          </View>
        ))}
      </Card>
    </View>
  )
}

type HistoryNode = PublicTask['history'][number]

/** What stands under a step: who took it, its days, its paper. */
const lineOf = ({ event, unitName, done }: HistoryNode, task: PublicTask, today: IsoDay) => {
  if (done && event === 'publishNotice' && task.notice)
    return words.noticeDays(task.notice.from, task.notice.lastOn, today)
  if (event === 'approveCloseOut' && task.decisionNumber) return words.decision(task.decisionNumber)
  return unitName
}

function History({ task, today }: { task: PublicTask; today: IsoDay }) {
  if (task.history.length === 0) return null
  const steps = task.history.map((node, place): TimelineNode => {
    const line = lineOf(node, task, today)
    return {
      key: `${node.event}${place}`,
      state: node.done ? 'done' : task.history[place - 1]?.done ? 'now' : 'todo',
      name: publicEventNames[node.event],
      ...(node.on && { date: dayFrom(today, node.on) }),
      ...(line && { line }),
    }
  })
  const rechecks = task.rechecks.map(({ on, relapsed }, place): TimelineNode => ({
    key: `recheck${place}`,
    state: 'done',
    name: words.recheck,
    date: dayFrom(today, on),
    line: words.rechecked(relapsed),
  }))
  return (
    <View>
      <SectionHead text={words.history} />
      <Card>
        <Timeline nodes={[...steps, ...rechecks]} />
        {task.opinionsAnswered && <View className="sub mt3">{words.opinionsAnswered}</View>}
      </Card>
    </View>
  )
}
