import { todoWords } from '@/copy/todo'
import { PageShell } from '@/src/components/frame/page-shell'
import { Reminders } from '@/src/features/todo/components/reminders'

export default function RemindersPage() {
  return (
    <PageShell title={todoWords.reminders} secrecy>
      <Reminders />
    </PageShell>
  )
}
