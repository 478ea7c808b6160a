import { ledgerTableWords as words } from '@/copy/ledger'
import type { ActionInput } from '@/contract/actions'
import { deed } from '@/src/acting/deed'
import { sayFailure } from '@/src/acting/say-failure'
import { useAct } from '@/src/acting/use-act'
import { openDocument } from '@/src/platform/open-document'

type Asked = ActionInput<'documents.exportLedger'>

/** 导出台账: the workbook opens as soon as it is written. */
export function useExport() {
  const { run, busy, refusal } = useAct()
  const take = (columns: Asked['columns'], from: Asked['from']) => {
    const told = ({ rows, left }: { rows: number; left: boolean }) => words.exported(rows, left)
    const then = ({ url }: { url: string }) => void openDocument(url).catch(sayFailure)
    return run(deed('documents.exportLedger', { columns, from }, { told, then }))
  }
  return { take, busy, refused: refusal }
}
