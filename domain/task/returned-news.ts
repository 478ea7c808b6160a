import type { IsoDay } from '../calendar/day'
import type { Actor, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { coveringRegion, unitRolesOfStaff } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { NoticeToSend } from '../reminder/notice'
import { presentCycle } from './cycle'
import type { Extension } from './extension'
import type { PartId } from './done-report'
import { reportOn } from './part'
import { partCase } from './part-workflow'
import { answeringUnitOf, assignmentOf } from './responsibility'
import type { RectificationTask } from './task'
import type { Demand } from './verification'

/** What a task tells at once to one of its units. */
export const newsTo = (
  task: RectificationTask,
  unitId: UnitId,
  news: Pick<NoticeToSend, 'notice' | 'node' | 'dueOn'>,
  rootRegion: RegionCode,
  saidBy: PersonId | null = null,
): NoticeToSend => ({
  ...news,
  thing: 'task',
  thingId: task.id,
  to: { unitId, roles: unitRolesOfStaff, ...(saidBy !== null && { saidBy }) },
  title: task.title,
  regionCode: coveringRegion(task.regionCodes) ?? rootRegion,
  hiddenFrom: [],
})

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
  const news = {
    notice: 'doneReturned',
    node: `${ordinal}.${id}.${times}`,
    dueOn: part.dueOn,
  } as const
  return [newsTo(next, part.unitId, news, rootRegion, report.byId)]
}

/**
 * Whoever signed for the share hears at once that its plan is owed again; its unit where they are gone. A
 * plan has no other name on it: who signs for a task is who plans it.
 * @param at when it was returned: each time is a message of its own
 */
export const newsOfReturnedPlan = (
  next: RectificationTask,
  unitId: UnitId,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] => {
  const assignment = assignmentOf(next, unitId)
  if (!assignment) return []
  // An amended plan that is returned is owed by no day: the old one binds.
  const dueOn = assignment.state === 'signedFor' ? assignment.planDueOn : null
  const news = { notice: 'planReturned', node: `plan.${unitId}.${at}`, dueOn } as const
  return [newsTo(next, unitId, news, rootRegion, assignment.personId)]
}

/** Who asked for the day hears at once that the old one stands. */
export const newsOfRefusedExtension = (
  next: RectificationTask,
  { id, unitId, from }: Pick<Extension, 'id' | 'unitId' | 'from'>,
  rootRegion: RegionCode,
): NoticeToSend[] => [
  newsTo(
    next,
    unitId,
    { notice: 'extensionRefused', node: `extension.${id}`, dueOn: from },
    rootRegion,
  ),
]

const demandsOf = (task: RectificationTask): readonly Demand[] =>
  presentCycle(task).rework?.demands ?? []

/**
 * What began a new cycle, or joined the rework that runs, is told at once to each unit of which
 * something is demanded, and to the unit that answers for the whole: its request is gone.
 */
export const newsOfRework = (
  before: RectificationTask,
  next: RectificationTask,
  rootRegion: RegionCode,
): NoticeToSend[] => {
  const { ordinal, rework } = presentCycle(next)
  if (rework === null) return []
  const isNew = ordinal > presentCycle(before).ordinal
  const demands = isNew ? demandsOf(next) : demandsOf(next).slice(demandsOf(before).length)
  if (!isNew && demands.length === 0) return []
  const answering = answeringUnitOf(next.units)
  const dueOn = new Map<UnitId, IsoDay>([
    ...(answering === null ? [] : [[answering, rework.dueOn] as const]),
    ...demands.map(({ unitId, joined }) => [unitId, joined?.dueOn ?? rework.dueOn] as const),
  ])
  const node = `rework.${ordinal}.${demandsOf(next).length}`
  return [...dueOn].map(([unitId, day]) =>
    newsTo(next, unitId, { notice: 'reworkAsked', node, dueOn: day }, rootRegion),
  )
}
