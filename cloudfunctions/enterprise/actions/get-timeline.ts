import type { TimelineSide } from '@/domain/timeline/timeline'
import { dateOf, laterByDays } from '@/domain/timeline/dates'
import { boundDates } from '@/domain/timeline/work'
import { hasSigned, lastOffer, lastRoundOf, offerBy, sideToAnswer } from '@/domain/timeline/turns'
import type { Handler } from '../../_kit/handler'
import { type TimelineRecord, timelineThing } from '../../_stores/timeline-thing'
import type { Parts } from '../parts'
import { describeNode, nodeFilesOf } from '../describe-node'
import { firmHasAgent } from '../firm-has-agent'
import { requireSide, requireTimeline } from '../readers'

type Deps = Pick<
  Parts,
  'writer' | 'timelines' | 'tasks' | 'organization' | 'files' | 'records' | 'members' | 'settings'
>

/** Which dates each side stands by, measure by measure. */
const measureRows = (
  timeline: TimelineRecord,
  nodeOf: (measureId: string) => ReturnType<typeof describeNode>,
) => {
  const datesBy = (side: TimelineSide) => offerBy(timeline, side)?.dates
  return timeline.measures.map(({ id, text }) => {
    const unitOn = dateOf(datesBy('unit'), id)
    const enterpriseOn = dateOf(datesBy('enterprise'), id)
    return {
      id,
      text,
      unitOn,
      enterpriseOn,
      mediatedOn: dateOf(datesBy('coordinator'), id),
      agreedOn: dateOf(timeline.agreedDates, id),
      laterByDays: laterByDays(enterpriseOn, unitOn),
      isDone: timeline.doneMeasureIds.includes(id),
      node: nodeOf(id),
    }
  })
}

const sideOfUnit = (timeline: TimelineRecord, unitId: string | null): TimelineSide => {
  const units: readonly (string | null)[] = [timeline.unitId, ...(timeline.formerUnitIds ?? [])]
  if (units.includes(unitId)) return 'unit'
  return unitId === timeline.enterpriseId ? 'enterprise' : 'coordinator'
}

/** 商定时间 as this side, or the office that watches over it, reads it. */
export const getTimeline =
  (deps: Deps): Handler<'enterprise.getTimeline'> =>
  async ({ timelineId }, call) => {
    const timeline = await requireTimeline(deps, timelineId)
    const side = requireSide(timeline, call.actor)
    const { unitId, enterpriseId } = timeline
    const units = await deps.organization.units([unitId, enterpriseId])
    const planFileIds = offerBy(timeline, 'enterprise')?.planFileIds ?? []
    const links = await deps.files.links(planFileIds)
    const facts = {
      ...deps.writer.factsOf(timelineThing, timeline, call),
      given: undefined,
      firmHasAgent:
        boundDates(timeline).length === 0 || (await firmHasAgent(deps, enterpriseId, call.actor)),
    }
    const nodeFiles = await nodeFilesOf(deps, timeline, call.actor)
    const nodeOf = (measureId: string) =>
      describeNode(timeline, measureId, nodeFiles, call.actor, facts, call.serves)
    const history = await deps.timelines.history(timelineId)
    return {
      id: timelineId,
      taskId: timeline.taskId,
      taskTitle: timeline.taskTitle,
      state: timeline.state,
      round: timeline.round,
      lastRound: lastRoundOf(timeline, deps.settings.on(call.today)),
      enterprise: { id: enterpriseId, name: units.get(enterpriseId)?.name ?? '' },
      unit: {
        id: unitId,
        name: units.get(unitId)?.name ?? '',
        phone: units.get(unitId)?.phone ?? null,
      },
      latestOn: timeline.latestOn,
      answerDueOn: timeline.answerDueOn,
      answerDueProvisional: timeline.answerDueProvisional,
      awaits: sideToAnswer(timeline),
      side,
      measures: measureRows(timeline, nodeOf),
      reason: lastOffer(timeline)?.reason ?? null,
      offeredBy: lastOffer(timeline)?.by ?? null,
      technicalPlan: timeline.technicalPlan,
      planFiles: planFileIds.flatMap((fileId) => {
        const url = links.get(fileId)
        return url ? [{ fileId, url }] : []
      }),
      signed: { unit: hasSigned(timeline, 'unit'), enterprise: hasSigned(timeline, 'enterprise') },
      history: history.map(({ event, at, unitId: by }) => ({
        event,
        at,
        by: sideOfUnit(timeline, by),
      })),
      events: deps.writer.eventsOn(timelineThing, timeline, call),
    }
  }
