import { ledgerWords } from '@/copy/staff-task'
import { PageShell } from '@/src/components/page-shell'
import { Ledger } from '@/src/features/staff-task/components/ledger'

export default function LedgerPage() {
  return (
    <PageShell title={ledgerWords.title} secrecy>
      <Ledger />
    </PageShell>
  )
}
