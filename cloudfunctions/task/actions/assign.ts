import { withChainOf } from '@/domain/import/round'
import type { RectificationTask } from '@/domain/task/task'
import { assign as assigned } from '@/domain/task/transitions'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { readRound } from '../../_stores/round-store'
import { taskThing } from '../../_stores/task-thing'
import { lookUpChoices } from '../choices'
import { decidersAndAble } from '../deciders'
import { refuseUnable } from '../refuse-unable'
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

type Deps = Pick<TaskDeps, 'writer' | 'organization' | 'members' | 'people'>

/** Whoever has a share, measures that name a unit of their own included, and who enters the event. */
const unitsThatOwe = ({ assignments, deadline }: RectificationTask): string[] => [
  ...assignments.map(({ unitId }) => unitId),
  ...(deadline.event?.enteredBy ? [deadline.event.enteredBy] : []),
]

/** 交办: each responsible unit gets its share to sign for. */
export const assign =
  (deps: Deps): Handler<'task.assign'> =>
  async (input, call) => {
    const { taskId, ...choices } = input
    const chosen = await lookUpChoices(deps.organization, {
      ...choices,
      unitIds: chosenUnits(input),
    })
    return deps.writer.act(taskThing, call, taskId, 'assign', async (task, facts, read) => {
      const round = await readRound(read, task.roundId)
      const given = assigned(task, choices, call.actor, facts)
      const next = round ? withChainOf(given, round) : given
      chosen.refuseUnknown()
      const owing = unitsThatOwe(next)
      const { deciders, able } = await decidersAndAble(deps, call.today, owing)
      refuseUnable(able, owing, 'responsibleUnitIds')
      return {
        next: { ...task, ...next, ...chosen.foundBy(task), deciders },
        changes: {
          state: next.state,
          units: next.units,
          villageCodes: next.villageCodes,
          enterpriseIds: next.enterpriseIds,
          countedOn: next.deadline.countedOn,
          ...(next.deadline.everyMonths && { everyMonths: next.deadline.everyMonths }),
          ...(next.acceptanceChain !== task.acceptanceChain && {
            chain: next.acceptanceChain,
            closingLevel: next.closingLevel,
          }),
        },
      }
    })
  }
