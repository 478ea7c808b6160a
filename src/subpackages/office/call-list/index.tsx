import { callListWords } from '@/copy/desk'
import { PageShell } from '@/src/components/frame/page-shell'
import { CallList } from '@/src/features/call-list/components/call-list'

export default function CallListPage() {
  return (
    <PageShell title={callListWords.title} secrecy>
      <CallList />
    </PageShell>
  )
}
