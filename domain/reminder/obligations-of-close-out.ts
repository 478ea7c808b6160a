import { type IsoDay, latest } from '../calendar/day'
import { whyNotChain } from '../task/acceptance-chain'
import { partsOf } from '../task/part'
import { answeringUnitOf } from '../task/responsibility'
import type { RectificationTask } from '../task/task'
import {
  type ObligationContext,
  type Owed,
  unitRoles,
  workingDaysAfter,
} from './obligation-context'

type Settings = ObligationContext['settings']

const answering = ({ units }: RectificationTask) => ({
  unitId: answeringUnitOf(units),
  roles: unitRoles,
})

/** Once the last part is done the answering unit owes the self-check. */
const selfCheckOf = (
  task: RectificationTask,
  since: IsoDay,
  context: ObligationContext,
): Owed[] => {
  const parts = partsOf(task)
  if (parts.length === 0 || parts.some(({ doneOn }) => doneOn === null)) return []
  const madeOn = latest([since, ...task.done.map(({ reportedOn }) => reportedOn)]) ?? since
  return [
    {
      kind: 'selfCheck',
      node: 'selfCheck',
      madeOn,
      ...workingDaysAfter(madeOn, context.settings.selfCheckWorkingDays, context),
      ...answering(task),
    },
  ]
}

/** The office names who accepts; then the answering unit asks for it. */
const requestOf = (task: RectificationTask, madeOn: IsoDay, context: ObligationContext): Owed[] => {
  const dueIn = (days: keyof Settings & `${string}WorkingDays`) => ({
    madeOn,
    ...workingDaysAfter(madeOn, context.settings[days], context),
  })
  return whyNotChain(task, task.acceptanceChain)
    ? [
        {
          kind: 'nameChain',
          node: 'chain',
          ...dueIn('nameChainWorkingDays'),
          roles: ['coordinator'],
        },
      ]
    : [
        {
          kind: 'requestCloseOut',
          node: 'request',
          ...dueIn('requestCloseOutWorkingDays'),
          ...answering(task),
        },
      ]
}

/**
 * What is owed on the way from the last done part to close-out.
 * @param since the day on which the task came into its state
 */
export const closeOutOwed = (
  task: RectificationTask,
  since: IsoDay,
  context: ObligationContext,
): Owed[] => {
  switch (task.state) {
    case 'inProgress':
      return selfCheckOf(task, since, context)
    case 'selfChecked':
      return requestOf(task, since, context)
    default:
      return []
  }
}
