import type { NodeReport, TimelineAgreement } from './timeline'
import { boundDates, type TimelineWork } from './work'

/** 企业节点: a firm's side of one measure with an agreed day. */
export const nodeStates = [
  'open', // 未完成
  'reported', // 企业已报完成
  'done', // 已确认完成
] as const
export type NodeState = (typeof nodeStates)[number]

type Noded = Pick<TimelineAgreement, 'nodes'>

const reportsOn = (
  { nodes = [] }: Noded,
  measureId: string,
  { cycle }: Pick<TimelineWork, 'cycle'>,
) => nodes.filter((report) => report.measureId === measureId && report.cycle === cycle)

/** The report that counts, confirmed or waiting; null while the node is open. */
export const nodeReport = (
  timeline: Noded,
  measureId: string,
  work: Pick<TimelineWork, 'cycle'>,
): NodeReport | null => {
  const last = reportsOn(timeline, measureId, work).at(-1)
  return last && (last.outcome === null || last.outcome === 'confirmed') ? last : null
}

/** Why the unit returned the last report; null where it did not. */
export const returnedFor = (
  timeline: Noded,
  measureId: string,
  work: Pick<TimelineWork, 'cycle'>,
): string | null => {
  const last = reportsOn(timeline, measureId, work).at(-1)
  return last?.outcome === 'returned' ? last.reason : null
}

/** A measure that is done takes its nodes with it. */
export const nodeStateOf = (timeline: Noded, measureId: string, work: TimelineWork): NodeState => {
  if (work.doneMeasureIds.includes(measureId)) return 'done'
  const report = nodeReport(timeline, measureId, work)
  if (report === null) return 'open'
  return report.outcome === 'confirmed' ? 'done' : 'reported'
}

/** The firm still owes this measure by a day that binds. */
export const isNodeOwed = (
  timeline: TimelineAgreement,
  measureId: string,
  work: TimelineWork,
): boolean =>
  boundDates(timeline).some((date) => date.measureId === measureId) &&
  nodeStateOf(timeline, measureId, work) !== 'done'

/** Reports that wait for the unit's word. */
export const nodesToConfirm = (timeline: TimelineAgreement, work: TimelineWork): NodeReport[] =>
  boundDates(timeline).flatMap(({ measureId }) => {
    const report = nodeReport(timeline, measureId, work)
    return report && nodeStateOf(timeline, measureId, work) === 'reported' ? [report] : []
  })
