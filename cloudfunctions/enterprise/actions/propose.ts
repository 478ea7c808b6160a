import { refuseIf } from '@/domain/refusal'
import { measuresToAgree, whyNotOfferTo } from '@/domain/timeline/eligibility'
import { newTimeline, propose as decideProposal } from '@/domain/timeline/transitions'
import { allowedTimelineEvents } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { timelineIdOf } from '../../_stores/timeline-store'
import { changeOf, changeTimeline, type Decision, requireTask } from '../change-timeline'
import { contextOf, copiedFrom, type Parts } from '../parts'

const decided = (next: Decision['next']): Decision => ({
  next,
  event: 'propose',
  changes: { round: next.round, dates: next.offers.at(-1)?.dates },
  tell: [{ notice: 'timelineProposed', to: ['enterprise'] }],
})

/** 提出: the first table of dates for one enterprise of a task, or the next round. */
export const propose =
  (parts: Parts): Handler<'enterprise.propose'> =>
  async ({ taskId, enterpriseId, dates, reason }, call) => {
    const task = await requireTask(parts, taskId)
    refuseIf(whyNotOfferTo(task, enterpriseId, call.actor))
    const id = timelineIdOf(taskId, enterpriseId)
    const offer = { dates, reason }
    if (await parts.timelines.find(id))
      return changeTimeline(parts, call, id, (timeline, context) =>
        decided(decideProposal(timeline, offer, call.actor, context)),
      )

    const unitId = call.actor.unitId!
    const context = contextOf(parts, call, task.regionCodes)
    const { latestOn } = copiedFrom(task)
    const terms = { id, taskId, enterpriseId, unitId, measures: measuresToAgree(task, unitId) }
    const next = decideProposal(newTimeline({ ...terms, latestOn }), offer, call.actor, context)
    const change = changeOf(parts, call, task, { technicalPlan: null }, decided(next))
    const created = await parts.timelines.create(call, change)
    return { id, state: created.state, events: allowedTimelineEvents(created, call.actor, context) }
  }
