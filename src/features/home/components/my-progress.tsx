import { homeWords } from '@/copy/home'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/card'
import { Row } from '@/src/components/row'
import { serverNow } from '@/src/platform/clock'
import { openPage } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useOutbox } from '@/src/platform/use-outbox'

const ended = ['archived', 'declined', 'withdrawn', 'merged']

/** The person's own report comes before every list; nothing when there is none. */
export function MyProgress() {
  const { load } = useAction('feedback.listMine', {}, { refreshOnShow: true })
  const waiting = useOutbox().length
  const today = beijingDay(serverNow())
  const mine = load.face === 'ready' ? load.data.items : []
  const running = mine.filter(({ state }) => !ended.includes(state))
  const next = running
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0]
  const answered = running.some(({ state }) => state === 'answered')
  if (mine.length === 0 && waiting === 0) return null
  const line = [
    ...(waiting > 0 ? [homeWords.notSent(waiting)] : []),
    ...(running.length > 0 ? [homeWords.running(running.length)] : []),
    ...(answered
      ? [homeWords.answered]
      : next?.dueOn
        ? [homeWords.answerBy(next.dueOn, today, next.dueProvisional)]
        : []),
  ]
  const only = running.length === 1 && waiting === 0 ? running[0] : undefined
  return (
    <Card rows>
      <Row
        icon="clock"
        name={homeWords.progress}
        line={line}
        onTap={() =>
          only ? openPage('pages/progress', { id: only.id }) : openPage('pages/my-reports')
        }
      />
    </Card>
  )
}
