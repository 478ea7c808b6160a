import { negotiationWords as words } from '@/copy/negotiation'
import { timelineStateName } from '@/copy/timeline'
import { beijingDay } from '@/domain/calendar/day'
import type { TimelineState } from '@/domain/timeline/timeline'
import { PagedList } from '@/src/acting/paged-list'
import { ItemCard } from '@/src/components/show/item-card'
import { PageShell } from '@/src/components/frame/page-shell'
import type { StateChipProps } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { usePages } from '@/src/platform/use-pages'

const looks: Readonly<Record<TimelineState, Pick<StateChipProps, 'tone' | 'shape'>>> = {
  proposed: { tone: 'amber', shape: 'sand' },
  countered: { tone: 'amber', shape: 'sand' },
  agreed: { tone: 'green', shape: 'tick' },
  referred: { tone: 'blue', shape: 'dot' },
  mediated: { tone: 'amber', shape: 'sand' },
  notAgreed: { tone: 'neutral', shape: 'dash' },
  ended: { tone: 'neutral', shape: 'dash' },
}

/** The strip about secrets is for staff; an enterprise's page goes without. */
export function TimelinesPage() {
  const enterprise = useMembership()?.role === 'enterpriseAgent'
  return (
    <PageShell title={words.listTitle} secrecy={!enterprise}>
      <TimelineList />
    </PageShell>
  )
}

/** Agreements of the own plants, the own unit, or those the office mediates. */
function TimelineList() {
  const enterprise = useMembership()?.role === 'enterpriseAgent'
  const list = usePages('enterprise.listTimelines', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <PagedList list={list} empty={{ icon: 'cal', title: words.empty, line: words.emptyLine }}>
      {(rows) =>
        rows.map((row) => (
          <ItemCard
            key={row.id}
            title={row.taskTitle}
            facts={[enterprise ? row.unitName : row.enterprise.name]}
            chip={{ ...looks[row.state], word: timelineStateName(row.state, row.awaits) }}
            {...(row.answerDueOn && {
              right: words.dueBy(row.answerDueOn, today, row.answerDueProvisional),
            })}
            {...wayTo('subpackages/enterprise/timeline', { id: row.id })}
          />
        ))
      }
    </PagedList>
  )
}
