import { unitRolesOfStaff } from '../organization/scope'
import { addDays, addMonths, type IsoDay, latest } from '../calendar/day'
import type { WorkingDayLimit } from '../calendar/period'
import { isChainDone, nextStep, whyNotChain } from './acceptance-chain'
import { awaitsPreNotice, awaitsSignature, openRelapse, presentCycle, presentNotice } from './cycle'
import { lastDayOf } from './notice'
import { demandParts, partsOf } from './part'
import { decidersOwing } from './own-cause'
import { answeringUnitOf } from './responsibility'
import { sharesToSign, standingSignature } from './share-signature'
import type { RectificationTask, TaskState } from './task'
import { type ObligationContext, type Owed, dueAfter } from '../reminder/obligation-context'

/** A check of an older text counts for nothing and is null here. */
export interface PresentChecks {
  readonly secrecy: { readonly on: IsoDay } | null
  readonly openness: { readonly on: IsoDay } | null
  /** 不予公开: the check is owed anew from that day on. */
  readonly withheld?: { readonly on: IsoDay } | null
}

const answering = ({ units }: RectificationTask) => ({
  unitId: answeringUnitOf(units),
  roles: unitRolesOfStaff,
})

/**
 * Once the last part is done and every other unit has signed its share the answering unit owes the
 * self-check, and where staff have prepared it the signature, by the same day. The paper that the leader
 * signed may be recorded by staff, so both owe it.
 */
const selfCheckOf = (
  task: RectificationTask,
  since: IsoDay,
  context: ObligationContext,
): Owed[] => {
  const parts = partsOf(task)
  if (parts.length === 0 || parts.some(({ doneOn }) => doneOn === null)) return []
  const signatures = sharesToSign(task).map(standingSignature)
  if (signatures.includes(null)) return []
  const days = [
    ...task.done.map(({ reportedOn }) => reportedOn),
    ...signatures.map((each) => each!.on),
  ]
  const madeOn = latest([since, ...days]) ?? since
  const prepared = awaitsSignature(task)
  return [
    {
      ...(prepared
        ? { kind: 'signSelfCheck', node: 'signSelfCheck', madeOn: prepared.on }
        : { kind: 'selfCheck', node: 'selfCheck', madeOn }),
      ...dueAfter(madeOn, 'selfCheckWorkingDays', context),
      ...answering(task),
    },
  ]
}

/** The office holds the notice that the round asks for, and names who accepts; then the answering unit asks for it. */
const requestOf = (task: RectificationTask, madeOn: IsoDay, context: ObligationContext): Owed[] => {
  const dueIn = (days: WorkingDayLimit) => ({
    madeOn,
    ...dueAfter(madeOn, days, context),
  })
  if (awaitsPreNotice(task))
    return [
      {
        kind: 'publishNotice',
        node: 'preNotice',
        ...dueIn('publishNoticeWorkingDays'),
        roles: ['coordinator'],
      },
    ]
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
      dueOn: addDays(request.on, settings.on(request.on).verifyDays),
      ...(unitId === null
        ? decidersOwing('coordinator', task)
        : { unitId, roles: unitRolesOfStaff }),
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
        ...dueAfter(on, 'confirmCheckWorkingDays', context),
        heldBy: membershipId,
        roles: [...unitRolesOfStaff, 'inspector'] as const,
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
      roles: unitRolesOfStaff,
    }))
}

/** Once every step is passed and two persons have released the text. */
const publishOf = (
  task: RectificationTask,
  { secrecy, openness }: PresentChecks,
  context: ObligationContext,
): Owed[] => {
  if (!isChainDone(task) || secrecy === null || openness === null) return []
  const madeOn = latest([secrecy.on, openness.on])!
  const due = dueAfter(madeOn, 'publishNoticeWorkingDays', context)
  return [{ kind: 'publishNotice', node: 'notice', madeOn, ...due, roles: ['coordinator'] }]
}

/** The office watches over a notice until its last day. */
const noticeOf = (task: RectificationTask, { calendar }: ObligationContext): Owed[] => {
  const notice = presentNotice(task)
  if (notice === null) return []
  const { on: dueOn, provisional } = lastDayOf(notice, calendar)
  const node = task.state === 'preNotice' ? 'preNotice' : 'notice'
  const common = { node, madeOn: notice.from, roles: ['coordinator'] } as const
  return [{ kind: 'noticeEnds', dueOn, provisional, ...common }]
}

/** 谁销号: the county's office only where the county closes. */
const closingOffice = (task: RectificationTask, { rootRegion }: ObligationContext) => ({
  ...decidersOwing('coordinator', task),
  ...(task.closingLevel !== 'county' && { regionCode: rootRegion }),
})

const approvalOf = (
  task: RectificationTask,
  madeOn: IsoDay,
  context: ObligationContext,
): Owed[] => [
  {
    kind: 'approveCloseOut',
    node: 'approval',
    madeOn,
    ...dueAfter(madeOn, 'approveCloseOutWorkingDays', context),
    ...closingOffice(task, context),
  },
]

const upperOf = (task: RectificationTask, madeOn: IsoDay, context: ObligationContext): Owed[] => [
  {
    kind: 'recordUpper',
    node: 'upper',
    madeOn,
    ...dueAfter(madeOn, 'waitWorkingDays', context),
    ...closingOffice(task, context),
  },
]

/** More often where it has relapsed or was found wanting before. */
const isAtRisk = ({ cycles }: RectificationTask): boolean =>
  cycles.some(
    ({ rework, rechecks }) =>
      rework?.cause === 'reopened' ||
      rework?.cause === 'upheld' ||
      rechecks.some(({ relapsed }) => relapsed),
  )

type Due = Pick<Owed, 'dueOn' | 'provisional'>

/** Several reports of relapse are one re-check, counted from the first. */
const relapseRecheckOf = (task: RectificationTask, context: ObligationContext): Due | null => {
  const on = presentCycle(task).relapseReportedOn
  return on ? dueAfter(on, 'relapseRecheckWorkingDays', context) : null
}

const sooner = (planned: Due, pulled: Due | null): Due =>
  pulled && pulled.dueOn < planned.dueOn ? pulled : planned

/** A finding asks the office for its word; else the next re-check, of which no unit is told. */
const afterClosing = (
  task: RectificationTask,
  since: IsoDay,
  context: ObligationContext,
): Owed[] => {
  const found = openRelapse(task)
  if (found)
    return [
      {
        kind: 'reopen',
        node: `relapse-${found.on}`,
        madeOn: found.on,
        ...dueAfter(found.on, 'reopenWorkingDays', context),
        ...decidersOwing('coordinator', task),
      },
    ]
  const last = presentCycle(task).rechecks.at(-1)?.on ?? null
  const madeOn = last ?? since
  const months =
    context.settings.on(madeOn)[
      last === null || isAtRisk(task) ? 'firstRecheckMonths' : 'recheckMonths'
    ]
  const planned = { dueOn: addMonths(madeOn, months) }
  return [
    {
      kind: 'recheck',
      node: `recheck-${presentCycle(task).rechecks.length + 1}`,
      madeOn,
      ...sooner(planned, relapseRecheckOf(task, context)),
      roles: ['inspector'],
    },
  ]
}

type OwedIn = (
  task: RectificationTask,
  since: IsoDay,
  context: ObligationContext,
  checks: PresentChecks,
) => Owed[]

const owedIn: Readonly<Partial<Record<TaskState, OwedIn>>> = {
  inProgress: (task, since, context) => [...demandsOf(task), ...selfCheckOf(task, since, context)],
  selfChecked: requestOf,
  preNotice: (task, _since, context) => noticeOf(task, context),
  verifying: (task, _since, context, checks) => [
    ...verifyOf(task, context),
    ...publishOf(task, checks, context),
    ...confirmationsOf(task, context),
  ],
  underNotice: (task, _since, context) => [
    ...noticeOf(task, context),
    ...confirmationsOf(task, context),
  ],
  awaitingApproval: (task, since, context) => [
    ...approvalOf(task, since, context),
    ...confirmationsOf(task, context),
  ],
  reportedUp: upperOf,
  closed: afterClosing,
}

/**
 * What is owed on the way from the last done part to close-out, and after it.
 * @param since the day on which the task came into its state
 * @param checks those that stand on the present public text
 */
export const closeOutOwed: OwedIn = (task, since, context, checks) =>
  owedIn[task.state]?.(task, since, context, checks) ?? []
