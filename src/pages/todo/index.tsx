import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/frame/page-shell'
import { LedTasks } from '@/src/features/todo/components/led-tasks'
import { NotStaff } from '@/src/features/todo/components/not-staff'
import { SiteVisits } from '@/src/features/todo/components/site-visits'
import { TodoList } from '@/src/features/todo/components/todo-list'
import { Tools } from '@/src/features/todo/components/tools'

export default function TodoPage() {
  return (
    <PageShell title={tabWords.todo} tab="todo" secrecy>
      <NotStaff />
      <TodoList />
      <LedTasks />
      <SiteVisits />
      <Tools />
    </PageShell>
  )
}
