import { timelineViewFor } from '@/domain/timeline/policy'
import { sideToAnswer } from '@/domain/timeline/turns'
import type { Handler } from '../../_kit/handler'
import { timelineThing } from '../../_stores/timeline-thing'
import type { Parts } from '../parts'
import { scopeOf } from '../readers'

type Deps = Pick<Parts, 'writer' | 'timelines' | 'organization'>

/** Agreements of the own plant, the own unit or the own region; what waits for somebody first. */
export const listTimelines =
  (deps: Deps): Handler<'enterprise.listTimelines'> =>
  async ({ cursor }, call) => {
    const page = await deps.timelines.list(scopeOf(call.actor), cursor)
    const shown = page.items.filter((timeline) =>
      timelineViewFor(timeline, call.actor, timeline.regionCodes),
    )
    const units = await deps.organization.units(
      shown.flatMap(({ unitId, enterpriseId }) => [unitId, enterpriseId]),
    )
    const nameOf = (id: string): string => units.get(id)?.name ?? ''
    return {
      items: shown.map((timeline) => ({
        id: timeline.id,
        taskTitle: timeline.taskTitle,
        enterprise: { id: timeline.enterpriseId, name: nameOf(timeline.enterpriseId) },
        unitName: nameOf(timeline.unitId),
        state: timeline.state,
        round: timeline.round,
        latestOn: timeline.latestOn,
        answerDueOn: timeline.answerDueOn,
        answerDueProvisional: timeline.answerDueProvisional,
        awaits: sideToAnswer(timeline),
        events: deps.writer.eventsOn(timelineThing, timeline, call),
      })),
      cursor: page.cursor,
    }
  }
