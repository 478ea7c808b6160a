import { isDesk } from '@/domain/feedback/desk'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { requireReport } from '../require-report'
import { answerView, photosOf } from '../views/answer-view'
import { staffRow, unreadFor } from '../views/staff-row'

type Deps = Pick<Parts, 'feedback' | 'originals' | 'organization' | 'files' | 'writer'>

/** What handlers, the coordinator and inspectors work with: 摘要, cleared photos, answers. */
export const getHandled =
  (deps: Deps): Handler<'feedback.getHandled'> =>
  async ({ feedbackId }, call) => {
    const feedback = await requireReport(deps, feedbackId, call.actor)
    const { unitId, regionCode, answers, clearedPhotoIds } = feedback
    const unitIds = [...answers.map((answer) => answer.unitId), ...(unitId ? [unitId] : [])]
    const accusedIds = isDesk(feedback, call.actor) ? feedback.accusedUnitIds : null
    const units = await deps.organization.units([...unitIds, ...(accusedIds ?? [])])
    const regions = await deps.organization.regions(regionCode ? [regionCode] : [])
    const links = await deps.files.links([
      ...clearedPhotoIds,
      ...answers.flatMap(({ photoIds }) => photoIds),
    ])
    const unread = await unreadFor(deps, [feedback], call)
    return {
      ...staffRow(deps, feedback, { units, regions, unread }, call),
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
