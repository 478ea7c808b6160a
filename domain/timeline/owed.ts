import { addDays } from '../calendar/day'
import { firstWorkingDay } from '../calendar/work-calendar'
import type { RegionCode } from '../organization/region'
import { coveringRegion, unitRolesOfStaff } from '../organization/scope'
import type { Role } from '../organization/role'
import type { TimelineAgreement } from './timeline'
import type { SigningSide } from './timeline'
import { nodeStateOf, nodesToConfirm } from './node'
import { hasSigned, sideToAnswer } from './turns'
import { boundDates, type TimelineWork } from './work'
import type { Obligation } from '../reminder/obligation'
import { type ObligationContext, type Owed, oweFor } from '../reminder/obligation-context'

/** What an agreement's obligations need of its task. */
export interface TimelineTask extends TimelineWork {
  readonly number: string
  readonly title: string
  readonly regionCodes: readonly RegionCode[]
}

const partOf = ({ measures }: TimelineAgreement, measureId: string) => {
  const text = measures.find(({ id }) => id === measureId)?.text
  return text === undefined ? {} : { part: text }
}

const enterpriseRoles: readonly Role[] = ['enterpriseAgent']

const sideParts = (timeline: TimelineAgreement, side: SigningSide) =>
  side === 'unit'
    ? { unitId: timeline.unitId, roles: unitRolesOfStaff }
    : { unitId: timeline.enterpriseId, roles: enterpriseRoles }

const turnOf = (timeline: TimelineAgreement, context: ObligationContext): Owed[] => {
  const { answerDueOn: dueOn, answerDueProvisional: provisional, turnSince, round } = timeline
  if (dueOn === null) return []
  const when = { dueOn, provisional, madeOn: turnSince ?? dueOn }
  if (timeline.state === 'referred')
    return [
      {
        kind: 'mediateTimeline',
        node: `round-${round}`,
        ...when,
        roles: ['coordinator'],
        // The office's silence ends no negotiation: it rises at once.
        risesOn: firstWorkingDay(addDays(dueOn, 1), context.calendar),
      },
    ]
  if (timeline.state === 'mediated') {
    const open = (['unit', 'enterprise'] as const).filter((side) => !hasSigned(timeline, side))
    return open.map((side) => ({
      kind: 'signTimeline',
      node: `round-${round}-${side}`,
      ...when,
      ...sideParts(timeline, side),
    }))
  }
  const side = sideToAnswer(timeline)
  if (side === null) return []
  return [
    {
      kind: 'answerTimeline',
      node: `round-${round}-${side}`,
      ...when,
      ...sideParts(timeline, side),
    },
  ]
}

/**
 * Agreed days bind also while terms are reopened. The firm's side: the unit's stands on the
 * task, which has the agreed day too.
 */
const nodesOf = (timeline: TimelineAgreement, task: TimelineTask): Owed[] =>
  boundDates(timeline)
    .filter(({ measureId }) => nodeStateOf(timeline, measureId, task) === 'open')
    .map(({ measureId, on }) => ({
      kind: 'finishMeasure',
      node: measureId,
      ...partOf(timeline, measureId),
      dueOn: on,
      madeOn: timeline.agreedOn ?? on,
      ...sideParts(timeline, 'enterprise'),
    }))

/** What the firm reported waits for the unit: confirmed, or returned with a reason. */
const reportsOf = (timeline: TimelineAgreement, task: TimelineTask): Owed[] =>
  nodesToConfirm(timeline, task).map(
    ({ measureId, reportedOn, confirmDueOn, confirmDueProvisional }) => ({
      kind: 'confirmNode',
      node: measureId,
      ...partOf(timeline, measureId),
      dueOn: confirmDueOn,
      provisional: confirmDueProvisional,
      madeOn: reportedOn,
      ...sideParts(timeline, 'unit'),
    }),
  )

/** The complete wanted set of obligations of an agreement: whose turn it is, and its nodes. */
export const obligationsOfTimeline = (
  timeline: TimelineAgreement,
  task: TimelineTask,
  context: ObligationContext,
): readonly Obligation[] => {
  if (task.isOver) return []
  const thing = {
    id: timeline.id,
    regionCode: coveringRegion(task.regionCodes) ?? context.rootRegion,
    subject: { thing: 'timeline', number: task.number, title: task.title },
  } as const
  return [
    ...turnOf(timeline, context),
    ...nodesOf(timeline, task),
    ...reportsOf(timeline, task),
  ].map(oweFor(thing, context))
}
