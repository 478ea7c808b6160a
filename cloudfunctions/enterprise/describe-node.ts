import type { ActionOutput } from '@/contract/actions'
import type { Actor } from '@/domain/organization/actor'
import { evidenceIdsOf } from '@/domain/task/done-report'
import { allowedNodeEvents } from '@/domain/timeline/events'
import { nodeReport, nodeStateOf, returnedFor } from '@/domain/timeline/node'
import type { NodeReport } from '@/domain/timeline/timeline'
import type { NodeFacts } from '@/domain/timeline/node-workflow'
import { boundDates } from '@/domain/timeline/work'
import { isPicture } from '../_files/file-types'
import type { FileRecord } from '../_stores/file-record-store'
import { type TimelineRecord, workOf } from '../_stores/timeline-thing'
import type { Parts } from './parts'
import { sideOf } from '@/domain/timeline/workflow'

type NodeView = NonNullable<ActionOutput<'enterprise.getTimeline'>['measures'][number]['node']>
type FileView = NonNullable<NodeView['report']>['files'][number]

/** Files of the reports that count, with links that live for minutes. */
export interface NodeFiles {
  readonly records: ReadonlyMap<string, FileRecord>
  readonly links: ReadonlyMap<string, string>
}

const presentReports = (timeline: TimelineRecord): NodeReport[] =>
  timeline.measures.flatMap(({ id }) => nodeReport(timeline, id, workOf(timeline)) ?? [])

/** A firm's trade secret is opened by the two sides and by who checks the work. */
const opensSecrets = (timeline: TimelineRecord, actor: Actor): boolean =>
  sideOf(actor, timeline) !== null || actor.role === 'coordinator' || actor.role === 'inspector'

export const nodeFilesOf = async (
  { records, files }: Pick<Parts, 'records' | 'files'>,
  timeline: TimelineRecord,
  actor: Actor,
): Promise<NodeFiles> => {
  const reports = presentReports(timeline)
  const secret = new Set(reports.flatMap(({ secretFileIds = [] }) => secretFileIds))
  const ids = reports.flatMap(evidenceIdsOf)
  const mayOpen = opensSecrets(timeline, actor)
  return {
    records: await records.findMany(ids),
    links: await files.links(ids.filter((id) => mayOpen || !secret.has(id))),
  }
}

const fileViews = (report: NodeReport, { records, links }: NodeFiles): FileView[] =>
  evidenceIdsOf(report).map((fileId) => {
    const record = records.get(fileId)
    return {
      fileId,
      url: links.get(fileId) ?? null,
      name: record?.name ?? null,
      isPhoto: record ? isPicture(record.type) : false,
      isBefore: report.beforeIds?.includes(fileId) ?? false,
      isSecret: report.secretFileIds?.includes(fileId) ?? false,
    }
  })

/** One measure's node as this person reads it; null where no day binds and nothing was said. */
export const describeNode = (
  timeline: TimelineRecord,
  measureId: string,
  files: NodeFiles,
  actor: Actor,
  facts: NodeFacts,
  serves: (event: string) => boolean,
): NodeView | null => {
  const work = workOf(timeline)
  const report = nodeReport(timeline, measureId, work)
  const isBound = boundDates(timeline).some((date) => date.measureId === measureId)
  if (!isBound && !report) return null
  const events = timeline.taskIsOver ? [] : allowedNodeEvents(timeline, measureId, actor, facts)
  return {
    state: nodeStateOf(timeline, measureId, work),
    report: report && {
      by: report.by,
      on: report.on,
      reportedOn: report.reportedOn,
      words: report.words,
      paperNumber: report.paperNumber,
      confirmDueOn: report.confirmDueOn,
      confirmDueProvisional: report.confirmDueProvisional,
      files: fileViews(report, files),
    },
    returnedFor: returnedFor(timeline, measureId, work),
    events: events.filter(serves),
  }
}
