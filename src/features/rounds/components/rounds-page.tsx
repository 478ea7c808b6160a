import { View } from '@tarojs/components'
import { roundKindNames, roundLevelNames, roundWords as words } from '@/copy/rounds'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { OnlyFor } from '@/src/acting/only-for'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { ListFaces } from '@/src/components/frame/list-faces'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { openPage, wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'

type Rounds = ActionOutput<'documents.listRounds'>
type RoundRow = Rounds['items'][number]

const page = 'subpackages/office/round'
const everything = {}

/** 督察轮次: what the office has registered, and what its lists name besides. */
export function RoundsPage() {
  return (
    <OnlyFor roles={['coordinator']} title={words.title}>
      <Rounds />
    </OnlyFor>
  )
}

function Rounds() {
  const { load, retry } = useAction('documents.listRounds', everything, { refreshOnShow: true })
  const start = () => openPage(page)
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton icon="plus" text={words.start} onTap={start} />
        </FootBar>
      }
    >
      <ListFaces
        load={load}
        onRetry={retry}
        isEmpty={({ items, named }) => items.length + named.length === 0}
        empty={{ icon: 'table', title: words.empty, line: words.emptyLine }}
      >
        {({ items, named }) => (
          <View>
            {items.length > 0 && (
              <Card rows>
                {items.map((round) => (
                  <RegisteredRow key={round.id} round={round} />
                ))}
              </Card>
            )}
            {named.length > 0 && <NamedRounds named={named} />}
          </View>
        )}
      </ListFaces>
    </PageShell>
  )
}

/** One round with its counts and days; another office's is only read. */
function RegisteredRow({ round }: { round: RoundRow }) {
  const { expected, listed } = round
  const today = beijingDay(serverNow())
  const differs = expected !== null && listed !== null && expected !== listed
  return (
    <Row
      name={round.name}
      line={[
        `${roundLevelNames[round.level]}${roundKindNames[round.kind]}`,
        words.feedback(round.feedbackOn, today),
        round.noticeFirst ? words.noticeFirst : null,
      ]}
      under={
        <View>
          {round.own && <View>{words.counts(expected, listed)}</View>}
          {differs && <View className="ink-red">{words.differs}</View>}
          <View className="sub">
            {round.planHandedInOn
              ? words.planDone(round.planHandedInOn)
              : words.plan(round.planDueOn, today, round.planDueProvisional)}
          </View>
          {!round.own && <View className="sub">{words.city}</View>}
        </View>
      }
      {...(round.own && wayTo(page, { id: round.id }))}
    />
  )
}

function NamedRounds({ named }: Pick<Rounds, 'named'>) {
  return (
    <View>
      <SectionHead text={words.named} />
      <Card rows>
        {named.map(({ id, name }) => (
          <Row key={id} name={name} value={words.register} {...wayTo(page, { name })} />
        ))}
      </Card>
    </View>
  )
}
