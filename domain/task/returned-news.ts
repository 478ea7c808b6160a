import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { coveringRegion, unitRolesOfStaff } from '../organization/scope'
import type { NoticeToSend } from '../reminder/notice'
import { presentCycle } from './cycle'
import type { PartId } from './done-report'
import { reportOn } from './part'
import { partCase } from './part-workflow'
import type { RectificationTask } from './task'

/**
 * Whoever said a part done hears at once that it is owed again, and the unit that owes it where somebody
 * else said it or the person is gone; nobody who returned it themselves.
 * @param before the task with the report, `next` without it
 */
export const newsOfReturned = (
  before: RectificationTask,
  next: RectificationTask,
  id: PartId,
  actor: Actor,
  rootRegion: RegionCode,
): NoticeToSend[] => {
  const report = reportOn(before, id)
  const part = partCase(next, id)?.part
  if (!report || !part || report.byId === actor.personId) return []
  const { ordinal, undone } = presentCycle(next)
  const times = undone.filter(({ partId }) => partId === id).length
  return [
    {
      notice: 'doneReturned',
      thing: 'task',
      thingId: next.id,
      node: `${ordinal}.${id}.${times}`,
      to: { unitId: part.unitId, roles: unitRolesOfStaff, saidBy: report.byId },
      title: next.title,
      dueOn: part.dueOn,
      regionCode: coveringRegion(next.regionCodes) ?? rootRegion,
      hiddenFrom: [],
    },
  ]
}
