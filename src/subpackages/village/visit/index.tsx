import { visitWords } from '@/copy/opinion'
import { OnlyFor } from '@/src/acting/only-for'
import { VisitPage } from '@/src/features/opinion/components/visit-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Visit() {
  const [taskId, villageCode] = [usePageParam('id'), usePageParam('village')]
  return (
    <OnlyFor roles={['coordinator', 'inspector']} title={visitWords.title}>
      <VisitPage taskId={taskId} villageCode={villageCode} />
    </OnlyFor>
  )
}
