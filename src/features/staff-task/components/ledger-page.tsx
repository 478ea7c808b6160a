import { useMembership } from '@/src/platform/use-me'
import { useWide } from '@/src/platform/use-wide'
import { useLedger } from '../hooks/use-ledger'
import { LedgerPhone } from './ledger-phone'
import { LedgerWide } from './ledger-wide'
import './ledger.scss'

/** 台账: cards on a phone, a table with the task beside it on the office's wide screen. */
export function LedgerPage() {
  const isOffice = useMembership()?.role === 'coordinator'
  const isTable = useWide() && isOffice
  const view = useLedger(isTable)
  return isTable ? <LedgerWide view={view} /> : <LedgerPhone view={view} isOffice={isOffice} />
}
