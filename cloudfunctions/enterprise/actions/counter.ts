import { systemActor } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import { counter as decideCounter, refer } from '@/domain/timeline/transitions'
import { roundsAreOver } from '@/domain/timeline/turns'
import { whyNotTimeline } from '@/domain/timeline/workflow'
import type { Call, Handler, ParsedInput } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import { timelineThing } from '../../_stores/timeline-thing'
import { bothSides, noticesTo } from '../notices'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'
import { dropUploads, keepPlanFiles } from '../plan-files'
import { requireTimeline } from '../readers'

type Input = ParsedInput<'enterprise.counter'>

/** Asked before the files are read, so that a refused proposal costs no download. */
const keptFiles = async (parts: Parts, input: Input, call: Call): Promise<FileRecord[]> => {
  const { timelineId, planFileIds, ...given } = input
  if (planFileIds.length === 0) return []
  const timeline = await requireTimeline(parts, timelineId)
  const facts = parts.writer.factsOf(timelineThing, timeline, call)
  const proposed = { ...facts, given: { ...given, planFileIds } }
  refuseIf(whyNotTimeline(timeline, 'counter', call.actor, proposed))
  return keepPlanFiles(parts, planFileIds, timeline.enterpriseId, call)
}

/** 另提. In the last round nothing is left to propose: the matter goes to the office at once. */
export const counter =
  (parts: Parts): Handler<'enterprise.counter'> =>
  async (input, call) => {
    const { timelineId, technicalPlan, planFileIds, ...offer } = input
    const files = await keptFiles(parts, input, call)
    const given = { ...offer, technicalPlan, planFileIds: files.map(({ fileId }) => fileId) }
    const changed = await parts.writer.act(
      timelineThing,
      call,
      timelineId,
      'counter',
      onOpenTask(call.actor, (timeline, facts) => {
        const countered = decideCounter(timeline, given, call.actor, facts)
        const isOver = roundsAreOver(countered, facts.settings)
        const decided = isOver ? refer(countered, { reason: null }, systemActor, facts) : countered
        const next = { ...timeline, ...decided, technicalPlan }
        const hashes = files.map(({ sha256 }) => sha256)
        return {
          next,
          changes: { round: next.round, dates: offer.dates, files: hashes },
          tell: isOver
            ? noticesTo(next, 'timelineReferred', bothSides, parts.city)
            : noticesTo(next, 'timelineCountered', ['unit'], parts.city),
          also: ({ transaction }) => parts.records.attach(files, timelineId)(transaction),
        }
      }),
    )
    await dropUploads(parts, planFileIds)
    return changed
  }
