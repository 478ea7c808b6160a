import { earliest, type IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { isUnitRole } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { NoticeToSend } from '../reminder/notice'
import { workOwed } from './owed'
import { dutiesOf, shareDoneOn, shareDueOn, unitsOwingDuty } from './part'
import { latestDayOf } from './plan'
import { newsTo } from './returned-news'
import { assignmentOf, measuresOfUnit } from './responsibility'
import type { RectificationTask } from './task'

/** The day of each piece of work that a unit owes. */
const daysOf = (task: RectificationTask, unitId: UnitId): Map<string, IsoDay> =>
  new Map(
    workOwed(task)
      .filter((owed) => owed.unitId === unitId)
      .map(({ kind, node, dueOn }) => [`${kind}.${node}`, dueOn]),
  )

/** The last day of each open measure that the unit is to finish only after it. */
const plannedTooLate = (task: RectificationTask, unitId: UnitId): Map<string, IsoDay> => {
  const share = assignmentOf(task, unitId)
  if (!share) return new Map()
  return new Map(
    measuresOfUnit(task, unitId).flatMap((measure): [string, IsoDay][] => {
      const written = share.plan?.measures.find(({ measureId }) => measureId === measure.id)
      const on =
        share.state === 'planned' ? shareDueOn(task, measure, share) : (written?.dueOn ?? null)
      const last = latestDayOf(task, measure.id)
      const isLate = on !== null && last !== null && on > last
      return isLate && shareDoneOn(task, measure, unitId) === null ? [[measure.id, last]] : []
    }),
  )
}

/** Units that owe something and did not do this themselves. */
const othersOwing = ({ assignments }: RectificationTask, actor: Actor): UnitId[] =>
  assignments
    .map(({ unitId }) => unitId)
    .filter((unitId) => !isUnitRole(actor.role) || actor.unitId !== unitId)

/** To whoever signed for the unit's share, while they work there; else to the unit. */
const newsOfWork = (
  task: RectificationTask,
  unitId: UnitId,
  news: Pick<NoticeToSend, 'notice' | 'dueOn'> & { readonly at: number },
  rootRegion: RegionCode,
): NoticeToSend => {
  const { notice, dueOn, at } = news
  const signer = assignmentOf(task, unitId)?.personId ?? null
  return newsTo(
    task,
    unitId,
    { notice, dueOn, node: `${notice}.${unitId}.${at}` },
    rootRegion,
    signer,
  )
}

/**
 * Whoever owes work whose day was moved, or that has a day only now, hears so at once, with the soonest of
 * these days; so does whoever planned for a day that lies past the end from now on. Nobody who moved it
 * themselves.
 * @param at when: each time is a message of its own (epoch milliseconds)
 */
export const newsOfMovedDays = (
  before: RectificationTask,
  next: RectificationTask,
  actor: Actor,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] =>
  othersOwing(next, actor).flatMap((unitId) => {
    const old = daysOf(before, unitId)
    const moved = [...daysOf(next, unitId)].filter(([part, dueOn]) => old.get(part) !== dueOn)
    const tooLate = plannedTooLate(before, unitId)
    const ends = [...plannedTooLate(next, unitId)].filter(([id]) => !tooLate.has(id))
    const dueOn = earliest([...moved, ...ends].map(([, day]) => day))
    return dueOn === null
      ? []
      : [newsOfWork(next, unitId, { notice: 'dayMoved', dueOn, at }, rootRegion)]
  })

/** 改多久一次: whoever owes the duty hears at once that its later days are others. */
export const newsOfRhythm = (
  next: RectificationTask,
  measureId: string | null,
  actor: Actor,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] =>
  dutiesOf(next)
    .filter((duty) => duty.measureId === measureId)
    .flatMap((duty) => {
      const others = othersOwing(next, actor)
      const news = { notice: 'dayMoved', dueOn: duty.deadline.nextOn, at } as const
      return unitsOwingDuty(next, duty)
        .filter((unitId) => others.includes(unitId))
        .map((unitId) => newsOfWork(next, unitId, news, rootRegion))
    })

/** The unit that has another one's share now hears at once, with its day to sign or the soonest of its work. */
export const newsOfTakenOver = (
  next: RectificationTask,
  unitId: UnitId,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] => {
  const share = assignmentOf(next, unitId)
  if (!share) return []
  const dueOn =
    share.state === 'pending' ? share.signDueOn : earliest([...daysOf(next, unitId).values()])
  return [newsOfWork(next, unitId, { notice: 'workTakenOver', dueOn, at }, rootRegion)]
}

/**
 * The unit whose share went to another one hears at once that it has nothing to do of it any more; not one
 * that got it back itself.
 * @param before the task with its share, `next` without it
 */
export const newsOfTakenAway = (
  before: RectificationTask,
  next: RectificationTask,
  unitId: UnitId,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] =>
  assignmentOf(next, unitId)
    ? []
    : [newsOfWork(before, unitId, { notice: 'workTakenAway', dueOn: null, at }, rootRegion)]

/** 取消: every unit that had a share hears at once that nothing of it is owed. */
export const newsOfCancelled = (
  task: RectificationTask,
  rootRegion: RegionCode,
  at: number,
): NoticeToSend[] =>
  task.assignments.map(({ unitId }) =>
    newsOfWork(task, unitId, { notice: 'taskCancelled', dueOn: null, at }, rootRegion),
  )
