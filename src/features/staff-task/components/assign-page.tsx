import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { rhythmWords } from '@/copy/rhythm'
import { assignWords as words } from '@/copy/staff-task'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { TextLink } from '@/src/components/tap/text-link'
import { goBack, wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useAssignForm } from '../hooks/use-assign-form'
import type { StaffTask } from '../staff-task'
import { AssignForm } from './assign-form'
import { AssignSheets, type Choosing } from './assign-sheets'
import { TaskGate } from './task-gate'

/** 交办: decides what the list left open. */
export function AssignPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => (
        <TaskGate
          title={words.title}
          turns={task.turns}
          mayAct={task.events.includes('assign') || task.events.includes('split')}
          notice={notice}
        >
          <Assigning task={task} notice={notice} />
        </TaskGate>
      )}
    </LoadedPage>
  )
}

const leastParts = 2

function Assigning({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const form = useAssignForm(task)
  const act = useAct()
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const splits = task.events.includes('split') && task.collectiveUnits.length > 0
  const chosen = form.input.responsibleUnitIds
  const submit = async () => {
    await act.run(
      splits
        ? deed(
            'task.split',
            { taskId: task.id, unitIds: chosen },
            { told: ({ taskIds }) => words.splitDone(taskIds.length), then: goBack },
          )
        : deed('task.assign', form.input, { told: words.sent, then: goBack }),
      form.draft,
    )
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={splits ? words.split(chosen.length) : words.send}
            busy={act.busy}
            blocked={blockedBy(
              splits && chosen.length < leastParts && words.splitNeedsTwo,
              chosen.length === 0 && words.needResponsible,
              form.everyMonths === undefined && rhythmWords.wrong,
            )}
            onTap={() => void submit()}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={form.draft} />
      {task.events.includes('consult') && (
        <View className="mb3">
          <TextLink
            text={words.consultFirst}
            {...wayTo('subpackages/unit/consult', { id: task.id })}
          />
        </View>
      )}
      <AssignForm task={task} form={form} onChoose={setChoosing} />
      <AssignSheets form={form} choosing={choosing} onClose={() => setChoosing(null)} />
    </PageShell>
  )
}
