import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { SeenFeedback } from '@/domain/feedback/policy'

export interface ReportNode {
  readonly event:
    | 'submitted'
    | 'admitted'
    | 'assigned'
    | 'answered'
    | 'secondLook'
    | 'archived'
    | 'declined'
    | 'withdrawn'
  readonly on: IsoDay | null
  readonly unitName: string | null
  readonly done: boolean
}

type Matter = SeenFeedback<'reporter'>
type Happened = readonly { readonly event: string; readonly at: number }[]

/** The day an event last happened; null when it never did. */
const lastDayOf = (history: Happened, event: string): IsoDay | null => {
  const last = history.filter((entry) => entry.event === event).at(-1)
  return last ? beijingDay(last.at) : null
}

/** The day on which the unit got it that answered, not the one that looks again. */
const dayAssigned = ({ secondLookOn }: Matter, history: Happened): IsoDay | null => {
  const rated = history.findIndex(({ event }) => event === 'rate')
  return lastDayOf(secondLookOn === null ? history : history.slice(0, rated), 'assign')
}

const node = (event: ReportNode['event'], on: IsoDay | null, unitName: string | null = null) => ({
  event,
  on,
  unitName,
  done: on !== null,
})

/**
 * A step that the matter took before this report came is done, and has no day here: the day would
 * say that somebody else had reported the same, and when.
 */
const withoutEarlierDay =
  (submittedOn: IsoDay) =>
  (step: ReportNode): ReportNode =>
    step.on !== null && step.on < submittedOn ? { ...step, on: null } : step

const stepsOf = (
  feedback: Matter,
  history: Happened,
  unitNameOf: (unitId: string) => string | null,
): ReportNode[] => {
  const received = node('submitted', feedback.submittedOn)
  const admitted = node('admitted', feedback.admittedOn)
  if (feedback.state === 'declined')
    return [received, node('declined', lastDayOf(history, 'decline'))]
  if (feedback.state === 'withdrawn')
    return [
      received,
      ...(admitted.done ? [admitted] : []),
      node('withdrawn', lastDayOf(history, 'withdraw')),
    ]

  const released = feedback.answers
  // A second look may lie with another unit than the one that answered first.
  const unitId = released[0]?.unitId ?? feedback.unitId
  const unitName = unitId ? unitNameOf(unitId) : null
  const assignedOn = unitId ? dayAssigned(feedback, history) : null
  const answerNode = (index: number) => {
    const answer = released[index]
    return node('answered', answer?.releasedOn ?? null, answer ? unitNameOf(answer.unitId) : null)
  }
  // Answered by a re-check: it was never at a unit.
  const isGiven = assignedOn !== null || released.length === 0
  const given = isGiven ? [node('assigned', assignedOn, unitName)] : []
  const nodes = [received, admitted, ...given, answerNode(0)]
  if (feedback.secondLookOn)
    nodes.push(
      node('secondLook', feedback.secondLookOn),
      answerNode(released.length > 1 ? released.length - 1 : 1),
    )
  if (feedback.state === 'archived')
    nodes.push(node('archived', lastDayOf(history, 'archiveUnrated') ?? lastDayOf(history, 'rate')))
  return nodes
}

/**
 * 已收到 → 已受理 → 正在办 → 已答复, and what came of it; steps still to come are not done.
 * @param feedback the matter as of this report: its `submittedOn` is the reporter's own
 */
export const nodesOf = (...of: Parameters<typeof stepsOf>): ReportNode[] =>
  stepsOf(...of).map(withoutEarlierDay(of[0].submittedOn))
