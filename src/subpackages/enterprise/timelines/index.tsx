import { negotiationWords } from '@/copy/negotiation'
import { PageShell } from '@/src/components/page-shell'
import { TimelineList } from '@/src/features/timeline/components/timeline-list'

export default function TimelinesPage() {
  return (
    <PageShell title={negotiationWords.listTitle} secrecy>
      <TimelineList />
    </PageShell>
  )
}
