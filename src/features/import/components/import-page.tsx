import type { ErrorCode } from '@/contract/errors'
import { errorTexts } from '@/copy/errors'
import { importWords } from '@/copy/import-review'
import { OnlyFor } from '@/src/acting/only-for'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { replacePage } from '@/src/platform/navigation'
import { useWide } from '@/src/platform/use-wide'
import { useBatch } from '../hooks/use-batch'
import { DraftPhone } from './draft-phone'
import { ReviewList } from './review-list'
import { ReviewWide } from './review-wide'
import './import.scss'

interface ImportPageProps {
  batchId: string
  /** Position of a draft in the list; empty: the list itself. */
  at: string
}

/** 导入核对 of one list: on a phone list and draft are two pages, on a wide screen one. */
export function ImportPage({ batchId, at }: ImportPageProps) {
  return (
    <OnlyFor roles={['coordinator']} title={importWords.title}>
      <Review batchId={batchId} at={at} />
    </OnlyFor>
  )
}

function Review({ batchId, at }: ImportPageProps) {
  const wide = useWide()
  const view = useBatch(batchId)
  const index = at === '' ? null : Number(at)
  const { load } = view
  if (load.face === 'failed' && isRefusal(load.code)) return <Refused code={load.code} />
  if (wide) return <ReviewWide view={view} at={index} />
  return index === null ? (
    <ReviewList view={view} />
  ) : (
    <DraftPhone batchId={batchId} view={view} at={index} />
  )
}

/** Asking again would not help: there is no such list here, or not for this office. */
const isRefusal = (code: ErrorCode) => /^(THING|ACCESS)\./.test(code)

function Refused({ code }: { code: ErrorCode }) {
  return (
    <PageShell title={importWords.title} secrecy>
      <FaceBlock
        icon="alert"
        title={errorTexts[code]}
        action={{
          text: importWords.lists,
          onTap: () => replacePage('subpackages/office/imports'),
        }}
      />
    </PageShell>
  )
}
