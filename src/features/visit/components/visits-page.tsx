import { firmVisitWords as words, visitRatingNames } from '@/copy/visit'
import { PagedList } from '@/src/acting/paged-list'
import { ItemCard } from '@/src/components/show/item-card'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { usePages } from '@/src/platform/use-pages'
import { visitChip } from '@/src/features/office/visit-chip'

/** 入企检查 of the own body, firm or office; those that go on first. */
export function VisitsPage() {
  const isFirm = useMembership()?.role === 'enterpriseAgent'
  return (
    <PageShell title={words.title} secrecy={!isFirm}>
      <VisitList isFirm={isFirm} />
    </PageShell>
  )
}

function VisitList({ isFirm }: { isFirm: boolean }) {
  const list = usePages('enterprise.listVisits', {}, { refreshOnShow: true })
  return (
    <PagedList list={list} empty={{ icon: 'factory', title: words.empty, line: words.emptyLine }}>
      {(rows) =>
        rows.map(({ id, state, enterprise, bodyName, on, matters, rating }) => (
          <ItemCard
            key={id}
            title={isFirm ? bodyName : enterprise.name}
            facts={[
              isFirm ? null : bodyName,
              words.matters(matters.length),
              rating && visitRatingNames[rating],
            ]}
            chip={visitChip(state)}
            right={words.dayIs(on)}
            {...wayTo('subpackages/enterprise/visit', { id })}
          />
        ))
      }
    </PagedList>
  )
}
