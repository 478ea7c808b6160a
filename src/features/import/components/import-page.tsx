import { useWide } from '@/src/platform/use-wide'
import { useBatch } from '../hooks/use-batch'
import { DraftPhone } from './draft-phone'
import { OfficeOnly } from './office-only'
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
    <OfficeOnly>
      <Review batchId={batchId} at={at} />
    </OfficeOnly>
  )
}

function Review({ batchId, at }: ImportPageProps) {
  const wide = useWide()
  const view = useBatch(batchId)
  const index = at === '' ? null : Number(at)
  if (wide) return <ReviewWide view={view} at={index} />
  return index === null ? (
    <ReviewList view={view} />
  ) : (
    <DraftPhone batchId={batchId} view={view} at={index} />
  )
}
