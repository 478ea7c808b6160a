import { privacyWords } from '@/copy/privacy'
import { PageShell } from '@/src/components/frame/page-shell'
import { Privacy } from '@/src/features/me/components/privacy'

export default function PrivacyPage() {
  return (
    <PageShell title={privacyWords.title}>
      <Privacy />
    </PageShell>
  )
}
