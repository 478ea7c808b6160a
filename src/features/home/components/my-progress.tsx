import { homeWords } from '@/copy/home'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useOutbox } from '@/src/platform/use-outbox'

const ended = ['archived', 'declined', 'withdrawn', 'merged']

type Row = ActionOutput<'feedback.listMine'>['items'][number]
type Promised = Row & { readonly dueOn: IsoDay }

/** The report whose next promise is due first. */
const nextPromise = (rows: readonly Row[]): Promised | undefined =>
  rows
    .filter((row): row is Promised => row.dueOn !== null)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0]

/** Before it is taken up, the day is that of the decision to do so; the answer's comes later. */
const promised = ({ state, dueOn, dueProvisional }: Promised, today: IsoDay) =>
  (state === 'submitted' ? homeWords.admitBy : homeWords.answerBy)(dueOn, today, dueProvisional)

/** The person's own report comes before every list; nothing when there is none. */
export function MyProgress() {
  const { load } = useAction('feedback.listMine', {}, { refreshOnShow: true })
  const waiting = useOutbox().filter(({ action }) => action === 'feedback.submit').length
  const today = beijingDay(serverNow())
  const mine = load.face === 'ready' ? load.data.items : []
  const running = mine.filter(({ state }) => !ended.includes(state))
  const next = nextPromise(running)
  const answered = running.some(({ state }) => state === 'answered')
  if (mine.length === 0 && waiting === 0) return null
  const line = [
    ...(waiting > 0 ? [homeWords.notSent(waiting)] : []),
    ...(running.length > 0 ? [homeWords.running(running.length)] : []),
    ...(answered ? [homeWords.answered] : next ? [promised(next, today)] : []),
  ]
  const only = running.length === 1 && waiting === 0 ? running[0] : undefined
  return (
    <Card rows>
      <Row
        icon="clock"
        name={homeWords.progress}
        line={line}
        {...(only ? wayTo('pages/progress', { id: only.id }) : wayTo('pages/my-reports'))}
      />
    </Card>
  )
}
