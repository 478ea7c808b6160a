import { taskPageWords } from '@/copy/register'
import { PageShell } from '@/src/components/frame/page-shell'
import { PublicTaskDetail } from '@/src/features/register/components/public-task-detail'
import { usePageParam } from '@/src/platform/navigation'

export default function TaskPage() {
  return (
    <PageShell title={taskPageWords.title}>
      <PublicTaskDetail id={usePageParam('id')} />
    </PageShell>
  )
}
