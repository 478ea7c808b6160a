import { latest } from '@/domain/calendar/day'
import { isFilled } from '@/domain/given'
import type { UnitId } from '@/domain/organization/unit'
import { lackingProof } from '@/domain/proof'
import { RuleError } from '@/domain/refusal'
import { shareId } from '@/domain/task/part'
import { reportDone, withoutNode } from '@/domain/task/part-transitions'
import { partCase, whyNotPart } from '@/domain/task/part-workflow'
import { isNodeOwed, nodeReport } from '@/domain/timeline/node'
import type { NodeReport } from '@/domain/timeline/timeline'
import type { TaskRecord } from '../_stores/task-record'
import { taskThing } from '../_stores/task-thing'
import type { Acting } from '../_stores/thing'
import { type TimelineRecord, timelineThing, workOf, timelineOf } from '../_stores/timeline-thing'
import type { Parts } from './parts'

type Deps = Pick<Parts, 'talks'>
type Talks = Awaited<ReturnType<Parts['talks']['ofTask']>>

/** The same unit's agreements with the other firms of the task, as this transaction reads them. */
const othersOf = async (
  { read }: Acting,
  timeline: TimelineRecord,
  talks: Talks,
): Promise<TimelineRecord[]> => {
  const others: TimelineRecord[] = []
  for (const { id } of talks) {
    const doc = id === timeline.id ? null : await read(timelineThing.collection, id)
    const other = doc && timelineOf(doc)
    if (other && other.unitId === timeline.unitId) others.push(other)
  }
  return others
}

const allOf = (reports: readonly NodeReport[], list: 'beforeIds' | 'photoIds' | 'fileIds') => [
  ...new Set(reports.flatMap((report) => report[list] ?? [])),
]

/** What the firms said of one measure, as the unit's own word on its share. */
const saidTogether = (reports: readonly NodeReport[], last: NodeReport) => ({
  on: latest(reports.map(({ on }) => on)) ?? last.on,
  words: last.words,
  beforeIds: allOf(reports, 'beforeIds'),
  photoIds: allOf(reports, 'photoIds'),
  fileIds: allOf(reports, 'fileIds'),
  secretFileIds: [...new Set(reports.flatMap(({ secretFileIds = [] }) => secretFileIds))],
  paperNumber: [last, ...reports].map((report) => report.paperNumber).find(isFilled) ?? null,
  byNodes: true as const,
})

const isMeasureDone = ({ measures }: TaskRecord, measureId: string): boolean =>
  measures.some(({ id, doneOn }) => id === measureId && doneOn !== null)

const partIdOf = (measureId: string, unitId: UnitId) => shareId({ id: measureId }, unitId)

/**
 * For the transaction in which the unit confirms a node: with the last firm's it says its own share
 * of that measure done. Nothing where the share is said already, follows from its sites, its plan is
 * not approved yet, or names a proof that no firm brought: then the unit says it by itself.
 * @throws RuleError what else stands against the share, such as a day older than a demand
 */
export const sayShare =
  ({ talks }: Deps, timeline: TimelineRecord, measureId: string, known: Talks) =>
  async (acting: Acting): Promise<void> => {
    const work = workOf(timeline)
    const others = await othersOf(acting, timeline, known)
    if (others.some((other) => isNodeOwed(other, measureId, work))) return
    const last = nodeReport(timeline, measureId, work)
    if (!last) return
    const confirmed = [timeline, ...others].flatMap((one) => nodeReport(one, measureId, work) ?? [])
    const given = saidTogether(confirmed, last)
    const partId = partIdOf(measureId, timeline.unitId)
    const { actor } = acting.by
    const next = await acting.change(taskThing, timeline.taskId, 'reportDone', (task, facts) => {
      const share = partCase(task, partId)?.part
      if (!share || lackingProof(given, share.proof ?? []).length > 0) return null
      const refusal = whyNotPart(task, partId, 'reportDone', actor, { ...facts, given })
      if (refusal?.code === 'THING.STATE') return null
      if (refusal) throw new RuleError(refusal.code, refusal.fields)
      return {
        next: { ...task, ...reportDone(task, partId, given, actor, facts) },
        changes: { partId, on: given.on, firm: timeline.enterpriseId },
        note: given.words,
      }
    })
    if (isMeasureDone(next, measureId)) await talks.follow(acting, known)
  }

/** For the transaction in which a node is open again: what was said by confirming it goes with it. */
export const takeShareBack =
  ({ talks }: Deps, timeline: TimelineRecord, measureId: string, reason: string, known: Talks) =>
  async (acting: Acting): Promise<void> => {
    const partId = partIdOf(measureId, timeline.unitId)
    const wasDone = timeline.doneMeasureIds.includes(measureId)
    const next = await acting.change(taskThing, timeline.taskId, 'undoDone', (task) => {
      const open = withoutNode(task, partId)
      return open && { next: { ...task, ...open }, changes: { partId }, note: reason }
    })
    if (wasDone && !isMeasureDone(next, measureId)) await talks.follow(acting, known)
  }
