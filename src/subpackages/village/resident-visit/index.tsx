import { residentVisitWords } from '@/copy/opinion'
import { OnlyFor } from '@/src/acting/only-for'
import { ResidentVisitPage } from '@/src/features/opinion/components/resident-visit-page'
import { usePageParam } from '@/src/platform/navigation'

export default function ResidentVisit() {
  const opinionId = usePageParam('id')
  return (
    <OnlyFor roles={['inspector']} title={residentVisitWords.title}>
      <ResidentVisitPage opinionId={opinionId} />
    </OnlyFor>
  )
}
