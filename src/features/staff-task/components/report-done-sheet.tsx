import { partWords as words } from '@/copy/task-parts'
import { DoneSheet } from '@/src/acting/done-sheet'
import type { Acting } from '@/src/acting/use-act'
import { useDoneForm } from '@/src/acting/use-done-form'
import type { Part } from '../staff-task'

interface ReportDoneSheetProps {
  taskId: string
  part: Part
  act: Acting
  reload: () => Promise<void>
}

/** 报完成 of one part of the task. */
export function ReportDoneSheet({ taskId, part, act, reload }: ReportDoneSheetProps) {
  const form = useDoneForm({
    name: `reportDone.${taskId}.${part.id}`,
    action: 'task.reportDone',
    named: part.proof,
    inputOf: (said) => ({ taskId, partId: part.id, ...said }),
    then: () => {
      act.close()
      void reload()
    },
  })
  const { text, proofWords: proof } = part
  return <DoneSheet {...{ form, text, proof, act }} afterLines={words.afterLines} />
}
