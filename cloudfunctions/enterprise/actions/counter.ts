import { systemActor } from '@/domain/organization/actor'
import { refuseIf, RuleError } from '@/domain/refusal'
import { bothSides, noticesTo } from '@/domain/timeline/news'
import { counter as decideCounter, refer } from '@/domain/timeline/transitions'
import { roundsAreOver } from '@/domain/timeline/turns'
import { whyNotTimeline } from '@/domain/timeline/workflow'
import type { Call, Handler, ParsedInput } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import { timelineThing } from '../../_stores/timeline-thing'
import { onOpenTask } from '../on-open-task'
import type { Parts } from '../parts'
import { keepPlanFiles } from '../plan-files'

type Input = ParsedInput<'enterprise.counter'>

/**
 * Whoever may not answer costs no download. What else is wrong with the proposal is told by the
 * change itself: files that were confirmed are found again.
 */
const keptFiles = async (
  parts: Parts,
  { timelineId, planFileIds }: Input,
  call: Call,
): Promise<FileRecord[]> => {
  if (planFileIds.length === 0) return []
  const timeline = await parts.timelines.find(timelineId)
  if (!timeline) throw new RuleError('THING.NOT_FOUND')
  const facts = parts.writer.factsOf(timelineThing, timeline, call)
  refuseIf(whyNotTimeline(timeline, 'counter', call.actor, facts))
  return keepPlanFiles(parts, planFileIds, timeline.enterpriseId)
}

/** 另提. In the last round nothing is left to propose: the matter goes to the office at once. */
export const counter =
  (parts: Parts): Handler<'enterprise.counter'> =>
  async (input, call) => {
    const { timelineId, technicalPlan, dates, reason, round } = input
    const files = await keptFiles(parts, input, call)
    const planFileIds = files.map(({ fileId }) => fileId)
    const given = { dates, reason, round, technicalPlan, planFileIds }
    return parts.writer.act(
      timelineThing,
      call,
      timelineId,
      'counter',
      onOpenTask(call.actor, (timeline, facts) => {
        const countered = decideCounter(timeline, given, call.actor, facts)
        const isOver = roundsAreOver(countered, facts.settings.on(facts.today))
        const decided = isOver ? refer(countered, { reason: null }, systemActor, facts) : countered
        const next = { ...timeline, ...decided, technicalPlan }
        const hashes = files.map(({ sha256 }) => sha256)
        return {
          next,
          changes: { round: next.round, dates, files: hashes },
          tell: isOver
            ? noticesTo(next, 'timelineReferred', bothSides, parts.city)
            : noticesTo(next, 'timelineCountered', ['unit'], parts.city),
          also: ({ transaction }) => parts.records.attach(files, timelineId)(transaction),
        }
      }),
    )
  }
