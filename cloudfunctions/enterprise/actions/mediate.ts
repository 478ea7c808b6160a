import { mediate as decideMediation } from '@/domain/timeline/transitions'
import type { Handler } from '../../_kit/handler'
import { changeTimeline } from '../change-timeline'
import { bothSides } from '../notices'
import type { Parts } from '../parts'

/** 协调: the office's table, which binds nobody before both have signed. */
export const mediate =
  (parts: Parts): Handler<'enterprise.mediate'> =>
  async ({ timelineId, ...offer }, call) =>
    changeTimeline(parts, call, timelineId, (timeline, context) => ({
      next: decideMediation(timeline, offer, call.actor, context),
      event: 'mediate',
      changes: { round: timeline.round, dates: offer.dates },
      tell: [{ notice: 'timelineMediated', to: bothSides }],
    }))
