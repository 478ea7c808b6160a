import type { Feedback } from '@/domain/feedback/feedback'
import { feedbackFor, feedbackViewFor } from '@/domain/feedback/policy'
import type { Actor } from '@/domain/organization/actor'
import type { UnitId } from '@/domain/organization/unit'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { requireReport } from '../require-report'
import { answerView, photosOf } from '../views/answer-view'
import { staffRow, unreadFor } from '../views/staff-row'

type Deps = Pick<Parts, 'feedback' | 'originals' | 'organization' | 'files' | 'writer'>

/** Who is accused, for the desk; null for everybody else. */
const accusedFor = (report: Feedback, actor: Actor): readonly UnitId[] | null =>
  feedbackViewFor(report, actor, false) === 'intake'
    ? feedbackFor(report, 'intake').accusedUnitIds
    : null

/** What handlers, the coordinator and inspectors work with: 摘要, cleared photos, answers. */
export const getHandled =
  (deps: Deps): Handler<'feedback.getHandled'> =>
  async ({ feedbackId }, call) => {
    const report = await requireReport(deps, feedbackId, call.actor)
    const feedback = feedbackFor(report, 'handler')
    const { unitId, regionCode, answers, clearedPhotoIds } = feedback
    const unitIds = [...answers.map((answer) => answer.unitId), ...(unitId ? [unitId] : [])]
    const accusedIds = accusedFor(report, call.actor)
    const units = await deps.organization.units([...unitIds, ...(accusedIds ?? [])])
    const regions = await deps.organization.regions(regionCode ? [regionCode] : [])
    const links = await deps.files.links([
      ...clearedPhotoIds,
      ...answers.flatMap(({ photoIds }) => photoIds),
    ])
    const unread = await unreadFor(deps, [report], call)
    return {
      ...staffRow(deps, report, { units, regions, unread }, call),
      taskId: feedback.taskId,
      pollutionTypes: [...feedback.pollutionTypes],
      photos: photosOf(clearedPhotoIds, links),
      unit: unitId ? { id: unitId, name: units.get(unitId)?.name ?? '' } : null,
      answers: answers.map((answer) => answerView(answer, units, links)),
      ratings: [...feedback.ratings],
      looker: feedback.state === 'secondLook' ? (feedback.secondLookBy ?? 'unit') : null,
      repeated: feedback.repeated,
      accused: accusedIds?.map((id) => ({ id, name: units.get(id)?.name ?? '' })) ?? null,
    }
  }
