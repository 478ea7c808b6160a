import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/frame/page-shell'
import { RegisterList } from '@/src/features/register/components/register-list'

export default function RegisterPage() {
  return (
    <PageShell title={tabWords.register} tab="register">
      <RegisterList />
    </PageShell>
  )
}
