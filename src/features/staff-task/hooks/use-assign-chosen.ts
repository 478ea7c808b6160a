import { ledgerTableWords as words } from '@/copy/ledger'
import { deed } from '@/src/acting/deed'
import { useEach } from '@/src/acting/use-each'
import { hasDraft } from '@/src/platform/drafts'
import { useActAs } from '@/src/platform/session'
import { draftNameOf } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'
import { asListed, assignForm, assignmentOf } from './use-assign-form'

/** Why the office has to open this one, or null: what the list prints decides all the others. */
const whyOpen = (task: StaffTask, isHalfDecided: boolean): string | null => {
  const { units, collectiveUnits, deadline } = task
  if (isHalfDecided) return words.halfDecided
  if (collectiveUnits.length > 0) return words.collective
  if (units.responsible.length + units.lead.length === 0) return words.noUnits
  return deadline.rhythmOpen ? words.rhythmOpen : null
}

/** 交办 of several drafts to the units that the list prints, one call each. */
export function useAssignChosen(reload: () => Promise<void>) {
  const actAs = useActAs()
  const each = useEach('task.get', reload)
  const run = (taskIds: readonly string[]) =>
    each.run(
      taskIds.map((taskId) => ({
        key: taskId,
        read: { taskId },
        deedOf: (task) =>
          whyOpen(task, hasDraft(draftNameOf(assignForm(taskId), actAs))) ??
          deed('task.assign', assignmentOf(task, asListed(task))),
      })),
    )
  return { ...each, run }
}
