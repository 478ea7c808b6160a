import { caseFileWords as words } from '@/copy/case-file'
import { PageShell } from '@/src/components/page-shell'
import { ChainPart } from './chain-part'

/** 一案一档: whether the record of a task is whole, and what goes out of it. */
export function CaseFilePage({ taskId }: { taskId: string }) {
  return (
    <PageShell title={words.title} secrecy>
      <ChainPart taskId={taskId} />
    </PageShell>
  )
}
