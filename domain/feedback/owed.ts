import type { Feedback, FeedbackState } from './feedback'
import { answerersOf } from './parties'
import type { RegionCode } from '../organization/region'
import { unitRolesOfStaff } from '../organization/scope'
import type { Obligation } from '../reminder/obligation'
import {
  moveOn,
  type ObligationContext,
  type Owed,
  oweFor,
  dueAfter,
} from '../reminder/obligation-context'

/** Nobody owes anything on these: the reporter rates, the system archives, or it is over. */
const ownedByNobody: readonly FeedbackState[] = [
  'answered',
  'archived',
  'declined',
  'withdrawn',
  'merged',
]

/** True while somebody owes the reporter an answer; a second look counts. */
export const awaitsAnswer = (state: FeedbackState): boolean => !ownedByNobody.includes(state)

type Debtor = Pick<Owed, 'unitId' | 'heldBy' | 'roles' | 'notBy'> & {
  /** Where the office is that owes it; the report's own region when absent. */
  readonly regionCode?: RegionCode
}

/** Intake of the place, or whom the report was handed over to. */
const deskOf = ({ desk }: Feedback): Debtor => {
  if (desk === null) return { roles: ['intake'] }
  return 'membershipId' in desk
    ? { roles: ['inspector', 'cityLeader'], heldBy: desk.membershipId }
    : { roles: ['intake'], regionCode: desk.regionCode }
}

/** The coordinator; the desk too where a report accuses somebody, who may be the coordinator. */
const officeOf = (feedback: Feedback): Debtor => {
  if (feedback.desk !== null) return deskOf(feedback)
  return { roles: feedback.accusedUnitIds.length > 0 ? ['coordinator', 'intake'] : ['coordinator'] }
}

/** Another person of the unit that has the report; an inspector where the unit has nobody else. */
const lookerOf = (feedback: Feedback): Debtor => {
  const { unitId, accusedUnitIds, secondLookBy } = feedback
  const isAccused = unitId !== null && accusedUnitIds.includes(unitId)
  return isAccused || secondLookBy === 'inspector'
    ? { roles: ['inspector'], notBy: answerersOf(feedback) }
    : { unitId, roles: unitRolesOfStaff, notBy: answerersOf(feedback) }
}

type OwedByDesk = Omit<Owed, 'roles'> & Debtor

/** At most one thing is owed to a reporter at a time; by whom depends on the state. */
const owedOn = (feedback: Feedback, context: ObligationContext): OwedByDesk | null => {
  const { stateSince: madeOn, answerDueOn, answerDueProvisional: provisional, unitId } = feedback
  const round = feedback.secondLookOn === null ? 'first' : 'second'
  switch (feedback.state) {
    case 'submitted':
      return {
        kind: 'admitFeedback',
        node: 'admit',
        dueOn: feedback.admitDueOn,
        madeOn,
        ...deskOf(feedback),
      }
    case 'admitted':
      // The re-check is owed on the task, by the inspector.
      if (feedback.awaitsRecheck) return null
      return {
        kind: 'assignFeedback',
        node: 'assign',
        ...dueAfter(madeOn, 'assignFeedbackWorkingDays', context),
        madeOn,
        ...deskOf(feedback),
      }
    case 'assigned':
      if (answerDueOn === null) return null
      return {
        kind: 'answerFeedback',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        unitId,
        roles: unitRolesOfStaff,
      }
    case 'answerSubmitted':
      if (answerDueOn === null) return null
      // The limit is the reporter's: the office's own check lies inside it.
      return {
        kind: 'releaseAnswer',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        ...officeOf(feedback),
      }
    case 'secondLook':
      if (answerDueOn === null) return null
      // Nobody who may: the office finds another unit.
      if (feedback.secondLookBy === 'nobody')
        return {
          kind: 'assignFeedback',
          node: round,
          ...dueAfter(madeOn, 'assignFeedbackWorkingDays', context),
          madeOn,
          ...officeOf(feedback),
        }
      return {
        kind: 'secondLook',
        node: round,
        dueOn: answerDueOn,
        provisional,
        madeOn,
        ...lookerOf(feedback),
      }
    default:
      return null
  }
}

/** The complete wanted set of obligations of a report. */
export const obligationsOfFeedback = (
  feedback: Feedback,
  context: ObligationContext,
): readonly Obligation[] => {
  if (!awaitsAnswer(feedback.state)) return []
  const moved = moveOn(feedback.state, feedback.stateSince, context)
  const owed: OwedByDesk = owedOn(feedback, context) ?? moved
  const thing = {
    id: feedback.id,
    regionCode: owed.regionCode ?? feedback.regionCode ?? context.rootRegion,
    subject: { thing: 'feedback', number: feedback.number },
    hiddenFrom: feedback.accusedUnitIds,
  } as const
  return [oweFor(thing, context)(owed)]
}
