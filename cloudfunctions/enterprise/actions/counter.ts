import { systemActor } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import { counter as decideCounter, refer } from '@/domain/timeline/transitions'
import { roundsAreOver } from '@/domain/timeline/turns'
import { whyNotTimeline } from '@/domain/timeline/workflow'
import type { Handler } from '../../_kit/handler'
import { changeTimeline, refuseWhenOver, requireTask, requireTimeline } from '../change-timeline'
import { bothSides } from '../notices'
import { contextOf, copiedFrom, type Parts } from '../parts'
import { dropUploads, keepPlanFiles } from '../plan-files'

/** 另提. In the last round nothing is left to propose: the matter goes to the office at once. */
export const counter =
  (parts: Parts): Handler<'enterprise.counter'> =>
  async ({ timelineId, planFileIds, technicalPlan, ...offer }, call) => {
    const stored = await requireTimeline(parts, timelineId)
    const task = await requireTask(parts, stored.taskId)
    refuseWhenOver(task, stored, call.actor)
    // Asked before the files are read, so that a refused proposal costs no download.
    refuseIf(
      whyNotTimeline({ ...stored, ...copiedFrom(task) }, 'counter', call.actor, {
        ...contextOf(parts, call, task.regionCodes),
        given: { ...offer, technicalPlan, planFileIds },
      }),
    )
    const files = await keepPlanFiles(parts, planFileIds, stored.enterpriseId, call)
    const given = { ...offer, technicalPlan, planFileIds: files.map(({ fileId }) => fileId) }
    const changed = await changeTimeline(parts, call, timelineId, (timeline, context) => {
      const countered = decideCounter(timeline, given, call.actor, context)
      const isOver = roundsAreOver(countered, context.settings)
      const next = isOver ? refer(countered, { reason: null }, systemActor, context) : countered
      return {
        next,
        event: 'counter',
        changes: { round: next.round, dates: offer.dates, files: files.map((file) => file.sha256) },
        technicalPlan,
        tell: isOver
          ? [{ notice: 'timelineReferred', to: bothSides }]
          : [{ notice: 'timelineCountered', to: ['unit'] }],
        also: parts.records.attach(files, timelineId),
      }
    })
    await dropUploads(parts, planFileIds)
    return changed
  }
