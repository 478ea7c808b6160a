import { joinWords } from '@/copy/legal'
import { PageShell } from '@/src/components/page-shell'
import { Join } from '@/src/features/me/components/join'

export default function JoinPage() {
  return (
    <PageShell title={joinWords.title}>
      <Join />
    </PageShell>
  )
}
