import type { RegionCode } from '@/domain/organization/region'
import { refuseIf, RuleError } from '@/domain/refusal'
import { measuresToAgree, whyNotOfferTo } from '@/domain/timeline/eligibility'
import { noticesTo } from '@/domain/timeline/news'
import {
  newTimeline,
  propose as decideProposal,
  type TimelineContext,
} from '@/domain/timeline/transitions'
import type { Call, Handler, ParsedInput } from '../../_kit/handler'
import { type TaskRecord, taskOf } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { Acting, Decision } from '../../_stores/thing'
import {
  copiedFrom,
  timelineIdOf,
  type TimelineRecord,
  timelineThing,
  workOf,
} from '../../_stores/timeline-thing'
import type { Parts } from '../parts'

type Input = ParsedInput<'enterprise.propose'>

const decided = (next: TimelineRecord, city: RegionCode): Decision<TimelineRecord> => ({
  next,
  changes: { round: next.round, dates: next.offers.at(-1)?.dates },
  tell: noticesTo(next, 'timelineProposed', ['enterprise'], city),
})

/** The task as this transaction reads it, for a unit that may offer dates on it. */
const taskToOffer = async (
  { read }: Acting,
  { taskId, enterpriseId }: Input,
  { actor }: Call,
): Promise<TaskRecord> => {
  const doc = await read(taskThing.collection, taskId)
  if (!doc) throw new RuleError('THING.NOT_FOUND')
  const task = taskOf(doc)
  refuseIf(whyNotOfferTo(task, enterpriseId, actor))
  return task
}

/** 提出: the first table of dates for one enterprise of a task, or the next round. */
export const propose =
  ({ writer, city }: Parts): Handler<'enterprise.propose'> =>
  (input, call) =>
    writer.write(call, async (acting) => {
      const { taskId, enterpriseId, dates, reason } = input
      const { actor } = call
      const task = await taskToOffer(acting, input, call)
      const offer = { dates, reason }
      const id = timelineIdOf(taskId, enterpriseId)
      const begin = () => {
        const unitId = actor.unitId!
        const beside = { ...copiedFrom(task), technicalPlan: null }
        const measures = measuresToAgree(task, unitId)
        const terms = { id, taskId, enterpriseId, unitId, measures, latestOn: beside.latestOn }
        const { regionCodes } = task
        const facts = { ...acting.context, regionCodes, work: workOf(beside), at: call.now }
        const proposed = decideProposal(newTimeline(terms), offer, actor, facts)
        return acting.make(timelineThing, 'propose', decided({ ...proposed, ...beside }, city))
      }
      const goOn = (timeline: TimelineRecord, facts: TimelineContext) =>
        decided({ ...timeline, ...decideProposal(timeline, offer, actor, facts) }, city)
      const next = await acting.change(timelineThing, id, 'propose', goOn, begin)
      return writer.changed(timelineThing, next, call)
    })
