import type { DoneSaid } from '../given'
import { limitFrom } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import type { DoneGiven } from '../task/part-transitions'
import { nodeReport } from './node'
import type { NodeOutcome, NodeReport } from './timeline'
import { nodeCase, type NodeEvent, type NodeFacts, nodeRules } from './node-workflow'
import type { TimelineAgreement } from './timeline'
import { sideOf } from './workflow'

export type NodeContext = Omit<NodeFacts, 'given'>

/** @throws RuleError why this may not happen to the node; `THING.NOT_FOUND` for one there is not */
const decide = (
  timeline: TimelineAgreement,
  measureId: string,
  event: NodeEvent,
  given: DoneSaid,
  actor: Actor,
  context: NodeContext,
): void => {
  const thing = nodeCase(timeline, measureId, context)
  if (!thing) throw new RuleError('THING.NOT_FOUND', ['measureId'])
  refuseIf(nodeRules.whyNot(thing, event, actor, { ...context, given }))
}

/** 报节点完成: what reminds the firm of it ends here, and the unit's days to confirm begin. */
export const reportNode = <T extends TimelineAgreement>(
  timeline: T,
  measureId: string,
  given: Omit<DoneGiven, 'byNodes'>,
  actor: Actor,
  context: NodeContext,
): T => {
  decide(timeline, measureId, 'reportNode', given, actor, context)
  const { today, work } = context
  const due = limitFrom(today, 'confirmNodeWorkingDays', context)
  const report: NodeReport = {
    ...given,
    measureId,
    cycle: work.cycle,
    by: sideOf(actor, timeline) ?? 'enterprise',
    byId: actor.personId,
    reportedOn: today,
    confirmDueOn: due.on,
    confirmDueProvisional: due.provisional,
    outcome: null,
    outcomeOn: null,
    reason: null,
  }
  return { ...timeline, nodes: [...(timeline.nodes ?? []), report] }
}

const settled =
  (event: 'undoNode' | 'confirmNode' | 'returnNode', outcome: NodeOutcome) =>
  <T extends TimelineAgreement>(
    timeline: T,
    measureId: string,
    given: { readonly reason: string | null },
    actor: Actor,
    context: NodeContext,
  ): T => {
    decide(timeline, measureId, event, { reason: given.reason ?? '' }, actor, context)
    const settling = nodeReport(timeline, measureId, context.work)
    const nodes = (timeline.nodes ?? []).map((report) =>
      report === settling
        ? { ...report, outcome, outcomeOn: context.today, reason: given.reason }
        : report,
    )
    return { ...timeline, nodes }
  }

/** 撤回 by who reported it, until the self-check. Throws `RuleError`. */
export const undoNode = settled('undoNode', 'undone')

/** 确认 by the unit. Throws `RuleError`. */
export const confirmNode = settled('confirmNode', 'confirmed')

/** 退回 by the unit: the firm owes it again from its old day. Throws `RuleError`. */
export const returnNode = settled('returnNode', 'returned')
