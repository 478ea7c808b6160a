import { CaseFilePage } from '@/src/features/case-file/components/case-file-page'
import { usePageParam } from '@/src/platform/navigation'

export default function CaseFile() {
  return <CaseFilePage taskId={usePageParam('id')} />
}
