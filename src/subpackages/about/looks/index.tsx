import { looksWords } from '@/copy/privacy'
import { PageShell } from '@/src/components/frame/page-shell'
import { Looks } from '@/src/features/me/components/looks'

export default function LooksPage() {
  return (
    <PageShell title={looksWords.title}>
      <Looks />
    </PageShell>
  )
}
