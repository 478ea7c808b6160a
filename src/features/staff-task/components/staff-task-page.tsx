import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { assignWords, staffTaskWords as words } from '@/copy/staff-task'
import { AskReason } from '@/src/components/ask-reason'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { SearchSheet } from '@/src/components/search-sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { useAction } from '@/src/platform/use-action'
import { useMe } from '@/src/platform/use-me'
import { useSend } from '@/src/platform/use-send'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { TaskDialog } from '../staff-task'
import { SignSheet } from './sign-sheet'
import { StaffTaskFoot } from './staff-task-foot'
import { StaffTaskView } from './staff-task-view'

/** One task for everybody who has a part in it; the server says what may be done. */
export function StaffTaskPage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  const template = useMe().me?.consents.find((consent) => consent.template === 'deadline')
  const searchUnits = useUnitSearch()
  const [open, setOpen] = useState<{ dialog: TaskDialog; unitId: string } | null>(null)
  const giveBack = useSend('task.returnAssignment')
  const returnPlan = useSend('task.returnPlan')
  const approve = useSend('task.approvePlan')
  const cancel = useSend('task.cancelTask')
  const cancelDraft = useSend('task.cancelDraft')
  const reassign = useSend('task.reassign')
  const sends = [giveBack, returnPlan, approve, cancel, cancelDraft, reassign]
  const failure = sends.find(({ error }) => error)?.error
  const task = load.face === 'ready' ? load.data : null

  const finish = async (done: unknown, sentence: string) => {
    setOpen(null)
    if (!done) return
    toast(sentence)
    await reload()
  }
  const is = (dialog: TaskDialog) => open?.dialog === dialog
  const close = () => setOpen(null)
  const unitId = open?.unitId ?? ''
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        task && (
          <StaffTaskFoot
            task={task}
            onOpen={(dialog) => setOpen({ dialog, unitId: '' })}
            onCancelDraft={() =>
              void cancelDraft.send({ taskId: id }).then((done) => finish(done, words.cancelled))
            }
          />
        )
      }
    >
      {failure && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {errorTexts[failure.code]}
          </NoteBlock>
        </View>
      )}
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {(data) => (
          <StaffTaskView
            task={data}
            approving={approve.busy}
            onApprove={(unit) =>
              void approve
                .send({ taskId: id, unitId: unit })
                .then((done) => finish(done, words.approved))
            }
            onReassign={(unit) => setOpen({ dialog: 'reassign', unitId: unit })}
            onReturnPlan={(unit) => setOpen({ dialog: 'returnPlan', unitId: unit })}
          />
        )}
      </ListFaces>
      <SignSheet
        open={is('signFor')}
        taskId={id}
        templateId={template?.templateId ?? null}
        onDone={() => void finish(true, words.signed)}
        onClose={close}
      />
      <SearchSheet
        open={is('reassign')}
        title={words.reassign}
        placeholder={assignWords.search}
        none={assignWords.noUnits}
        load={searchUnits}
        onClose={close}
        onChoose={(unit) =>
          void reassign
            .send({ taskId: id, fromUnitId: unitId, toUnitId: unit.value })
            .then((done) => finish(done, words.reassigned))
        }
      />
      <AskReason
        open={is('returnAssignment')}
        title={words.returnAssignment}
        label={words.reason}
        line={words.returnLine}
        busy={giveBack.busy}
        onClose={close}
        onSend={(reason) =>
          void giveBack.send({ taskId: id, reason }).then((done) => finish(done, words.returned))
        }
      />
      <AskReason
        open={is('returnPlan')}
        title={words.returnPlan}
        label={words.reason}
        busy={returnPlan.busy}
        onClose={close}
        onSend={(reason) =>
          void returnPlan
            .send({ taskId: id, unitId, reason })
            .then((done) => finish(done, words.planReturned))
        }
      />
      <AskReason
        open={is('cancelTask')}
        title={words.cancelTask}
        label={words.reason}
        busy={cancel.busy}
        onClose={close}
        onSend={(reason) =>
          void cancel.send({ taskId: id, reason }).then((done) => finish(done, words.cancelled))
        }
      />
    </PageShell>
  )
}
