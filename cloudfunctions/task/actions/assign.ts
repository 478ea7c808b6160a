import { assign as assigned } from '@/domain/task/transitions'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { changedTask } from '../events-of'
import { namesOfChoices } from '../names-of-choices'
import { factsOf, type TaskDeps } from '../task-deps'

type Choices = ParsedInput<'task.assign'>

const chosenUnits = ({
  leadUnitId,
  responsibleUnitIds,
  supportingUnitIds,
  eventEnteredBy,
}: Choices): string[] =>
  [leadUnitId, ...responsibleUnitIds, ...supportingUnitIds, eventEnteredBy].filter(
    (id) => id !== null,
  )

/** 交办: each responsible unit gets its share to sign for. */
export const assign =
  ({ tasks, organization, contextOn }: TaskDeps): Handler<'task.assign'> =>
  async ({ taskId, ...choices }, call) => {
    const { actor, now, today } = call
    await tasks.load(taskId, actor)
    const names = await namesOfChoices(organization, {
      ...choices,
      unitIds: chosenUnits({ taskId, ...choices }),
    })
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => {
      const next = assigned(current, choices, actor, factsOf(current, context))
      return {
        next: {
          ...current,
          ...next,
          searchNames: [...new Set([...current.searchNames, ...names])],
        },
        event: 'assign',
        changes: {
          state: next.state,
          units: next.units,
          villageCodes: next.villageCodes,
          enterpriseIds: next.enterpriseIds,
          countedOn: next.deadline.countedOn,
        },
      }
    })
    return changedTask(task, actor, context)
  }
