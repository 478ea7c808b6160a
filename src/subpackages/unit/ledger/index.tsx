import { LedgerPage } from '@/src/features/staff-task/components/ledger-page'

export default function LedgerRoute() {
  return <LedgerPage />
}
