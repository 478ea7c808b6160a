import { View } from '@tarojs/components'
import { objectionWords } from '@/copy/objection'
import { taskPageWords } from '@/copy/register'
import { photoPairWords } from '@/copy/photo-pairs'
import { noticeLevels, noticeWords as words } from '@/copy/notice'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { LoadedPage } from '@/src/acting/loaded-page'
import { NoticeCalendar } from '@/src/acting/notice-calendar'
import { PhotoPairs } from '@/src/acting/photo-pairs'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { useShare } from '@/src/platform/share'
import { useAction } from '@/src/platform/use-action'

type PublicTask = ActionOutput<'register.getTask'>

/** Until its last day; what was objected is read afterwards too. */
const isRunning = ({ state, notice }: PublicTask): boolean =>
  state === 'underNotice' && notice !== null && (notice.daysLeft > 0 || notice.lastOn === null)

/** 办结前公示: until when, what was done, who checked, and how to say what one thinks of it. */
export function NoticePage({ id }: { id: string }) {
  const { load, retry } = useAction('register.getTask', { taskId: id }, { keep: true })
  const today = beijingDay(serverNow())
  const title = load.face === 'ready' ? taskPageWords.forwarded(load.data) : words.title
  useShare(title, 'subpackages/resident/notice', id)
  return (
    <LoadedPage title={words.title} load={load} retry={retry}>
      {(task, notice) => (
        <PageShell
          title={words.title}
          foot={
            task.notice && (
              <FootBar>
                <ActionButton
                  kind={isRunning(task) ? 'filled' : 'outlined'}
                  text={isRunning(task) ? objectionWords.lodge : objectionWords.mine}
                  {...wayTo('subpackages/resident/objection', { id })}
                />
              </FootBar>
            )
          }
        >
          {notice}
          {isRunning(task) && <StateChip tone="amber" shape="sand" word={words.running} />}
          <View className="title mt2 mb3">{task.title}</View>
          <Days task={task} today={today} />
          {task.notice && isRunning(task) && (
            <View className="mt3">
              <NoticeCalendar notice={task.notice} headless />
            </View>
          )}
          {task.photos.length > 0 && (
            <View>
              <SectionHead text={photoPairWords.title} />
              <PhotoPairs pairs={task.photos} />
            </View>
          )}
          {task.result && <Result result={task.result} today={today} />}
          <Doers units={task.units} />
          <View className="mt4">
            <ActionButton
              kind="outlined"
              icon="edit"
              text={words.say}
              {...wayTo('pages/report', { taskId: id })}
            />
          </View>
          <View className="sub mt2">{words.phone}</View>
        </PageShell>
      )}
    </LoadedPage>
  )
}

function Days({ task: { notice, decisionNumber }, today }: { task: PublicTask; today: IsoDay }) {
  if (!notice) return <NoteBlock icon="info">{words.none}</NoteBlock>
  const { from, lastOn, daysLeft } = notice
  return (
    <Card rows>
      <Row
        icon="clock"
        name={words.head(daysLeft, lastOn)}
        line={lastOn === null ? words.waiting(from, today) : words.days(from, lastOn, today)}
      />
      {decisionNumber && <FactRow name={words.decision} value={decisionNumber} />}
    </Card>
  )
}

/** Who did it, and whom to ring. */
function Doers({ units }: Pick<PublicTask, 'units'>) {
  const phone = units.find((unit) => unit.phone)?.phone
  return (
    <View>
      <SectionHead text={words.doers} />
      <Card rows>
        {(['lead', 'responsible'] as const).flatMap((role) =>
          units
            .filter((unit) => unit.role === role)
            .map(({ name }) => (
              <FactRow key={`${role} ${name}`} name={words.doer[role]} value={name} />
            )),
        )}
        {phone && (
          <FactRow
            name={words.unitPhone}
            value={phone}
            right={<TextLink text={words.call} lead="phone" onTap={() => callPhone(phone)} />}
          />
        )}
      </Card>
    </View>
  )
}

interface ResultProps {
  result: NonNullable<PublicTask['result']>
  today: IsoDay
}

function Result({ result: { completedOn, done, checks, villages }, today }: ResultProps) {
  return (
    <View>
      <SectionHead text={words.done} right={words.allDone(completedOn, today)} />
      <Card rows>
        {done.map(({ text, on, words: said }, place) => (
          <Row key={place} name={text} line={[said, words.doneOn(on, today)]} />
        ))}
      </Card>
      {/* Nobody has checked yet where the notice comes before the request. */}
      {checks.length > 0 && (
        <View>
          <SectionHead text={words.checked} />
          <Card rows>
            {checks.map(({ level, unitName, checkers, on }) => (
              <Row
                key={level}
                name={unitName || noticeLevels[level]}
                line={[noticeLevels[level], words.byPeople(checkers, on, today)]}
              />
            ))}
          </Card>
        </View>
      )}
      {villages && (
        <View>
          <SectionHead text={words.villages} />
          <Card>
            <View>{villages.words}</View>
            <View className="sub mt2">
              {villages.counts ? words.counts(villages.counts) : words.few}
            </View>
          </Card>
        </View>
      )}
    </View>
  )
}
