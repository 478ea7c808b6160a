import { addDays, type IsoDay } from '../calendar/day'
import { type Days, limitFrom } from '../calendar/period'
import { type FirmVisit, isOpenVisit } from './visit'

type Counting = Pick<Days, 'calendar' | 'settings'>

/**
 * The day after which it counts as not made: the last day of the visit, and for one that was
 * notified so many working days more, in which what was seen on that day is still written down.
 */
export const endsAfter = (
  { state, lastOn, askedOn }: Pick<FirmVisit, 'state' | 'lastOn' | 'askedOn'>,
  counting: Counting,
): IsoDay =>
  state === 'notified' ? limitFrom(lastOn, 'recordVisitWorkingDays', counting, askedOn).on : lastOn

/** The day on which the system ends it; null while nothing is to end. */
export const visitTurnOn = (visit: FirmVisit, counting: Counting): IsoDay | null =>
  isOpenVisit(visit.state) ? addDays(endsAfter(visit, counting), 1) : null

/** 20 working days [D] from the first asking; what joins it moves nothing. */
export const lastDayFrom = (askedOn: IsoDay, counting: Counting) => {
  const { on: lastOn, provisional: lastProvisional } = limitFrom(
    askedOn,
    'visitWorkingDays',
    counting,
  )
  return { lastOn, lastProvisional }
}

/** 暂定 last day of one that goes on, counted with the calendar as it is now. */
export const recountVisit = <V extends FirmVisit>(visit: V, counting: Counting): V =>
  visit.lastProvisional && isOpenVisit(visit.state)
    ? { ...visit, ...lastDayFrom(visit.askedOn, counting) }
    : visit
