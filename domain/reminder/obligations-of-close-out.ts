import { addDays, type IsoDay, latest } from '../calendar/day'
import { nextStep, whyNotChain } from '../task/acceptance-chain'
import { presentCycle } from '../task/cycle'
import { demandParts, partsOf } from '../task/part'
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

/** The step whose turn it is, by its unit; the city's office records the province's. */
const verifyOf = (task: RectificationTask, { settings }: ObligationContext): Owed[] => {
  const step = nextStep(task)
  const { request } = presentCycle(task)
  if (step === null || request === null) return []
  const { level, unitId } = step
  return [
    {
      kind: 'verify',
      node: level,
      madeOn: request.on,
      dueOn: addDays(request.on, settings.verifyDays),
      unitId,
      roles: unitId === null ? ['coordinator'] : unitRoles,
    },
  ]
}

/** Of each second checker who has not confirmed yet. */
const confirmationsOf = (task: RectificationTask, context: ObligationContext): Owed[] =>
  presentCycle(task).checks.flatMap(({ level, on, checkers }) =>
    checkers
      .filter(({ confirmedOn }) => confirmedOn === null)
      .map(({ membershipId }) => ({
        kind: 'confirmCheck' as const,
        node: `${level}-${membershipId}`,
        madeOn: on,
        ...workingDaysAfter(on, context.settings.confirmCheckWorkingDays, context),
        heldBy: membershipId,
        roles: [...unitRoles, 'inspector'] as const,
      })),
  )

/** What has to be done again, each demand by its unit. */
const demandsOf = (task: RectificationTask): Owed[] => {
  const { rework } = presentCycle(task)
  return demandParts(task)
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id, unitId, text, dueOn }) => ({
      kind: 'finishMeasure',
      node: id,
      part: text,
      madeOn: rework!.on,
      dueOn: dueOn!,
      unitId,
      signerOwes: true,
      roles: unitRoles,
    }))
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
      return [...demandsOf(task), ...selfCheckOf(task, since, context)]
    case 'selfChecked':
      return requestOf(task, since, context)
    case 'verifying':
      return [...verifyOf(task, context), ...confirmationsOf(task, context)]
    case 'underNotice':
    case 'awaitingApproval':
      return confirmationsOf(task, context)
    default:
      return []
  }
}
