import { lookUpWords } from '@/copy/report'
import { PageShell } from '@/src/components/frame/page-shell'
import { LookUpForm } from '@/src/features/feedback/components/look-up-form'

export default function LookupPage() {
  return (
    <PageShell title={lookUpWords.title}>
      <LookUpForm />
    </PageShell>
  )
}
