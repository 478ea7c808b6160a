import { type DoneSaid, doneNeeds, isFilled } from '../given'
import type { Actor } from '../organization/actor'
import type { RefusalCode } from '../refusal'
import { type Need, type Rules, rulesOf } from '../workflow'
import { nodeReport, type NodeState, nodeStateOf } from './node'
import type { SigningSide } from './timeline'
import type { TimelineCase } from './turns'
import { boundDates } from './work'
import { onSide, type TimelineFacts } from './workflow'

export const nodeEvents = [
  'reportNode', // 报节点完成
  'undoNode', // 撤回节点完成
  'confirmNode', // 确认节点完成
  'returnNode', // 退回节点完成
] as const
export type NodeEvent = (typeof nodeEvents)[number]

/** A firm's node together with its agreement. */
export interface NodeCase {
  readonly state: NodeState
  readonly measureId: string
  readonly timeline: TimelineCase
}

export interface NodeFacts extends Omit<TimelineFacts, 'given'> {
  readonly given?: DoneSaid
  /** Somebody acts for the firm: then nobody speaks in its place. */
  readonly firmHasAgent: boolean
}

const sideIs =
  (side: SigningSide) =>
  (actor: Actor, { timeline }: NodeCase): RefusalCode | null =>
    onSide(actor, timeline, side)

const parties = {
  firm: sideIs('enterprise'),
  unitForFirm: (actor: Actor, { timeline }: NodeCase, { firmHasAgent }: NodeFacts) =>
    onSide(actor, timeline, 'unit') ?? (firmHasAgent ? 'ACCESS.ROLE' : null),
  unit: sideIs('unit'),
  whoReported: (actor: Actor, { timeline, measureId }: NodeCase, { work }: NodeFacts) => {
    const by = nodeReport(timeline, measureId, work)?.by
    return onSide(actor, timeline, by ?? 'enterprise')
  },
} as const

const needs = {
  ...doneNeeds,
  /** Its day binds. */
  bound: ({ timeline, measureId }) =>
    boundDates(timeline).some((date) => date.measureId === measureId)
      ? null
      : { code: 'THING.STATE' },
  /** Said of this very node: one that went with its measure has nothing to take back. */
  ownReport: ({ timeline, measureId }, { work }) =>
    nodeReport(timeline, measureId, work) ? null : { code: 'THING.STATE' },
  /** The unit speaks for a firm without an agent only by a paper. */
  paperOfUnit: (_thing, { given }, actor) =>
    given === undefined || actor.role === 'enterpriseAgent' || isFilled(given.paperNumber)
      ? null
      : { code: 'TASK.PAPER_NUMBER_REQUIRED', fields: ['paperNumber'] },
} as const satisfies Record<string, Need<NodeCase, NodeFacts>>

/** The law of a firm's node: said done by the firm, confirmed or returned by the unit. */
export const nodeRules: Rules<NodeCase, NodeFacts, NodeEvent> = rulesOf({
  table: {
    reportNode: {
      from: ['open'],
      to: 'reported',
      by: ['firm', 'unitForFirm'],
      needs: ['bound', 'dayNotAhead', 'words', 'proof', 'paperOfUnit'],
    },
    // Until the self-check; what the unit said of its own share by confirming goes with it.
    undoNode: {
      from: ['reported', 'done'],
      to: 'open',
      by: ['whoReported'],
      needs: ['ownReport', 'reason'],
    },
    confirmNode: {
      from: ['reported'],
      to: 'done',
      by: ['unit'],
      needs: ['bound'],
    },
    returnNode: {
      from: ['reported', 'done'],
      to: 'open',
      by: ['unit'],
      needs: ['ownReport', 'reason'],
    },
  },
  parties,
  needs,
})

/** A node as a thing of its own; null where the agreement has no such measure. */
export const nodeCase = (
  timeline: TimelineCase,
  measureId: string,
  { work }: Pick<NodeFacts, 'work'>,
): NodeCase | null =>
  timeline.measures.some(({ id }) => id === measureId)
    ? { state: nodeStateOf(timeline, measureId, work), measureId, timeline }
    : null
