import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'

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

type Happened = readonly { readonly event: string; readonly at: number }[]

/** The day an event last happened; null when it never did. */
const lastDayOf = (history: Happened, event: string): IsoDay | null => {
  const last = history.filter((entry) => entry.event === event).at(-1)
  return last ? beijingDay(last.at) : null
}

const node = (event: ReportNode['event'], on: IsoDay | null, unitName: string | null = null) => ({
  event,
  on,
  unitName,
  done: on !== null,
})

/** 已收到 → 已受理 → 正在办 → 已答复, and what came of it; steps still to come are not done. */
export const nodesOf = (
  feedback: Feedback,
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

  const unitName = feedback.unitId ? unitNameOf(feedback.unitId) : null
  const assignedOn = feedback.unitId ? lastDayOf(history, 'assign') : null
  const released = feedback.answers.filter(({ releasedOn }) => releasedOn !== null)
  const answerNode = (index: number) => {
    const answer = released[index]
    return node('answered', answer?.releasedOn ?? null, answer ? unitNameOf(answer.unitId) : null)
  }
  const nodes = [received, admitted, node('assigned', assignedOn, unitName), answerNode(0)]
  if (feedback.secondLookOn)
    nodes.push(
      node('secondLook', feedback.secondLookOn),
      answerNode(released.length > 1 ? released.length - 1 : 1),
    )
  if (feedback.state === 'archived')
    nodes.push(node('archived', lastDayOf(history, 'archiveUnrated') ?? lastDayOf(history, 'rate')))
  return nodes
}
