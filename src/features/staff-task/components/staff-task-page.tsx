import { staffTaskWords as words } from '@/copy/staff-task'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { PageShell } from '@/src/components/page-shell'
import { useAction } from '@/src/platform/use-action'
import type { TaskDialog } from '../staff-task'
import { taskDialogs } from '../task-dialogs'
import { CorrectTextSheet } from './correct-text-sheet'
import { EnterEventSheet } from './enter-event-sheet'
import { DropShareSheet } from './drop-share-sheet'
import { DecisionSheet } from './decision-sheet'
import { EvidenceSheet } from './evidence-sheet'
import { ExtendSheet } from './extend-sheet'
import { ReassignSheet } from './reassign-sheet'
import { ReportDoneSheet } from './report-done-sheet'
import { TaskPointDialog } from './task-point'
import { RhythmSheet } from './rhythm-sheet'
import { rhythmsOf } from '../rhythms'
import { RecheckSheet } from './recheck-sheet'
import { ReworkSheet } from './rework-sheet'
import { SignShareSheet } from './sign-share-sheet'
import { SignSheet } from './sign-sheet'
import { StaffTaskFoot } from './staff-task-foot'
import { StaffTaskView } from './staff-task-view'

const reworks = ['returnForRework', 'returnByUpper', 'reopen'] as const
const decisions = ['approveCloseOut', 'recordUpper'] as const

/** One task for everybody who has a part in it; the server says what may be done. */
export function StaffTaskPage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  const act = useAct<TaskDialog>(reload)
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
          <StaffTaskView
            task={task}
            busy={act.busy}
            onOpen={act.show}
            onApprove={(unitId) =>
              void act.run(
                deed('task.approvePlan', { taskId: id, unitId }, { told: words.approved }),
              )
            }
          />
          {act.open?.name === 'reassign' && (
            <ReassignSheet task={task} fromUnitId={act.open.about} act={act} />
          )}
          {act.open?.name === 'dropShare' && (
            <DropShareSheet task={task} fromUnitId={act.open.about} act={act} />
          )}
          {act.open?.name === 'signShare' && <SignShareSheet {...{ task, act, reload }} />}
          {act.open?.name === 'signFor' && <SignSheet taskId={id} act={act} />}
          {task.parts
            .filter((part) => act.open?.name === 'reportDone' && act.open.about === part.id)
            .map((part) => (
              <ReportDoneSheet key={part.id} taskId={id} part={part} act={act} reload={reload} />
            ))}
          {task.parts
            .filter((part) => act.open?.name === 'evidence' && act.open.about === part.id)
            .map((part) => (
              <EvidenceSheet key={part.id} taskId={id} part={part} onClose={act.close} />
            ))}
          {reworks.map(
            (kind) =>
              act.open?.name === kind && (
                <ReworkSheet key={kind} task={task} act={act} kind={kind} />
              ),
          )}
          {act.open?.name === 'recheck' && <RecheckSheet task={task} act={act} reload={reload} />}
          {decisions.map(
            (kind) =>
              act.open?.name === kind && (
                <DecisionSheet key={kind} taskId={id} {...{ kind, act, reload }} />
              ),
          )}
          {rhythmsOf(task)
            .filter((each) => act.open?.name === 'changeRhythm' && act.open.about === each.about)
            .map((rhythm) => (
              <RhythmSheet key={rhythm.about} taskId={id} rhythm={rhythm} act={act} />
            ))}
          {act.open?.name === 'setPoint' && <TaskPointDialog taskId={id} act={act} />}
          {act.open?.name === 'correctText' && <CorrectTextSheet task={task} act={act} />}
          {act.open?.name === 'enterEvent' && <EnterEventSheet task={task} act={act} />}
          {act.open?.name === 'extend' && <ExtendSheet task={task} act={act} />}
          <ActDialogs act={act} thing={id} dialogs={taskDialogs(task, act.open?.about ?? '')} />
        </PageShell>
      )}
    </LoadedPage>
  )
}
