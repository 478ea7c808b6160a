import { staffTaskWords as words } from '@/copy/staff-task'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { PageShell } from '@/src/components/frame/page-shell'
import { useAction } from '@/src/platform/use-action'
import type { TaskDialog } from '../staff-task'
import { taskDialogs } from '../task-dialogs'
import { StaffTaskFoot } from './staff-task-foot'
import { StaffTaskView } from './staff-task-view'
import { TaskForm } from './task-form'

/** One task for everybody who has a part in it; the server says what may be done. */
export function StaffTaskPage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  const act = useAct<TaskDialog>(reload)
  const approve = (unitId: string) =>
    void act.run(deed('task.approvePlan', { taskId: id, unitId }, { told: words.approved }))
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => (
        <PageShell
          title={words.title}
          secrecy
          foot={<StaffTaskFoot task={task} onOpen={(dialog) => act.show(dialog)} />}
        >
          {notice}
          {!act.open && <RefusalNote text={act.refusal} />}
          <StaffTaskView task={task} busy={act.busy} onOpen={act.show} onApprove={approve} />
          <TaskForm {...{ task, act, reload }} />
          <ActDialogs act={act} thing={id} dialogs={taskDialogs(task, act.open?.about ?? '')} />
        </PageShell>
      )}
    </LoadedPage>
  )
}
