import { assign as assigned } from '@/domain/task/transitions'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import type { TaskDeps } from '../task-deps'

const chosenUnits = ({
  leadUnitId,
  responsibleUnitIds,
  supportingUnitIds,
  eventEnteredBy,
}: ParsedInput<'task.assign'>): string[] =>
  [leadUnitId, ...responsibleUnitIds, ...supportingUnitIds, eventEnteredBy].filter(
    (id) => id !== null,
  )

/** 交办: each responsible unit gets its share to sign for. */
export const assign =
  ({ writer, organization }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.assign'> =>
  async (input, call) => {
    const { taskId, ...choices } = input
    const chosen = await lookUpChoices(organization, { ...choices, unitIds: chosenUnits(input) })
    return writer.act(taskThing, call, taskId, 'assign', (task, facts) => {
      const next = assigned(task, choices, call.actor, facts)
      chosen.refuseUnknown()
      return {
        next: { ...task, ...next, ...chosen.foundBy(task) },
        changes: {
          state: next.state,
          units: next.units,
          villageCodes: next.villageCodes,
          enterpriseIds: next.enterpriseIds,
          countedOn: next.deadline.countedOn,
        },
      }
    })
  }
