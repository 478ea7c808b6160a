import { addDays, type IsoDay, latest } from '../calendar/day'
import { type Days, limitFrom, type WorkingDayLimit } from '../calendar/period'
import { addWorkingDays, firstWorkingDay } from '../calendar/work-calendar'
import type { MembershipId, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { ObligationKind } from './kinds'
import { type Obligation, obligationId } from './obligation'
import { nextStepFrom } from './steps'

/**
 * What a title may be made of. A report is named by its number only: neither its subject nor
 * its village may stand in a message.
 */
export type TitleSubject =
  | {
      readonly thing: 'task'
      readonly number: string
      readonly title: string
      /** Which part of the task is owed: the words of a measure or milestone. */
      readonly part?: string
    }
  | { readonly thing: 'feedback'; readonly number: string }
  | {
      readonly thing: 'opinion' | 'opinionSummary' | 'objection' | 'round' | 'visit'
      readonly number: string
      readonly title: string
      readonly part?: string
    }
  | {
      readonly thing: 'timeline'
      readonly number: string
      readonly title: string
      /** The measure that is agreed on. */
      readonly part?: string
    }

/** What the wanted set of obligations is made with. */
export interface ObligationContext extends Days {
  /** The words of a title, where the bare title or number is not enough. */
  readonly title?: (kind: ObligationKind, subject: TitleSubject) => string
  /** The city: where a thing without a place belongs. */
  readonly rootRegion: RegionCode
}

export interface Owed {
  readonly kind: ObligationKind
  /** Part of the thing; unique among the obligations of one kind. */
  readonly node: string
  /** Words of that part, where the whole thing's title does not tell it from its siblings. */
  readonly part?: string
  readonly dueOn: IsoDay
  readonly provisional?: boolean
  readonly madeOn: IsoDay
  /** For what the coordinator owes, where it rises earlier than other things do. */
  readonly risesOn?: IsoDay
  readonly unitId?: UnitId | null
  /** Whose office owes it; that of the thing when absent. */
  readonly regionCode?: RegionCode
  readonly signerOwes?: boolean
  readonly heldBy?: MembershipId | null
  /** Who of them may not do it, and is neither asked nor told. */
  readonly notBy?: readonly PersonId[]
  readonly roles: readonly Role[]
  /** Units whose people may not do it, beside those of the thing. */
  readonly hiddenFrom?: readonly UnitId[]
}

/** The thing that is owed something. */
export interface OwingThing {
  readonly id: string
  readonly regionCode: RegionCode
  readonly subject: TitleSubject
  /** Units that may not learn of it. */
  readonly hiddenFrom?: readonly UnitId[]
}

type Rising = Pick<Owed, 'dueOn' | 'madeOn' | 'risesOn' | 'unitId' | 'roles'>

/** Not before it is overdue, and after twice the time in which the office is asked of it. */
const risesOn = (
  { dueOn, madeOn, risesOn: earlier, unitId, roles }: Rising,
  { calendar, settings }: Pick<Days, 'calendar' | 'settings'>,
): IsoDay | null => {
  if (unitId || !roles.includes('coordinator')) return null
  const twice = addWorkingDays(madeOn, 2 * settings.on(madeOn).waitWorkingDays, calendar).on
  const overdue = firstWorkingDay(addDays(dueOn, 1), calendar)
  return earlier ?? latest([twice, overdue])
}

const bareTitle = (_kind: ObligationKind, subject: TitleSubject): string =>
  subject.thing === 'feedback' ? subject.number : subject.title

/** From the day on which it rises it stands on the city leader's list too. */
export const risen = (obligation: Obligation): Obligation => ({
  ...obligation,
  roles: [...new Set([...obligation.roles, 'cityLeader' as const])],
})

/** Makes the obligations of one thing. */
export const oweFor =
  ({ id, regionCode, subject, hiddenFrom = [] }: OwingThing, context: ObligationContext) =>
  (owed: Owed): Obligation => {
    const { kind, node, part, dueOn, provisional = false, madeOn } = owed
    const { unitId = null, signerOwes = false, heldBy = null, notBy = [], roles } = owed
    const rises = risesOn(owed, context)
    const made: Obligation = {
      id: obligationId(subject.thing, id, kind, node),
      kind,
      thing: subject.thing,
      thingId: id,
      node,
      title: (context.title ?? bareTitle)(
        kind,
        part !== undefined && subject.thing !== 'feedback' ? { ...subject, part } : subject,
      ),
      dueOn,
      provisional,
      madeOn,
      unitId,
      signerOwes,
      heldBy,
      notBy,
      roles,
      regionCode: owed.regionCode ?? regionCode,
      hiddenFrom: [...new Set([...hiddenFrom, ...(owed.hiddenFrom ?? [])])],
      risesOn: rises,
      open: true,
      nextStepOn: nextStepFrom({ kind, dueOn, madeOn, risesOn: rises }, context.today, context),
    }
    return rises !== null && rises <= context.today ? risen(made) : made
  }

/** The due day of a limit that runs from a day on; `asOf` as in `limitFrom`. */
export const dueAfter = (
  from: IsoDay,
  limit: WorkingDayLimit,
  days: Omit<Days, 'today'>,
  asOf?: IsoDay,
): Pick<Obligation, 'dueOn' | 'provisional'> => {
  const { on: dueOn, provisional } = limitFrom(from, limit, days, asOf)
  return { dueOn, provisional }
}

/** What nothing else names waits for the office: no state is without an owner and a day. */
export const moveOn = (state: string, since: IsoDay, days: Days, asOf = since): Owed => ({
  kind: 'moveOn',
  node: state,
  madeOn: since,
  ...dueAfter(since, 'waitWorkingDays', days, asOf),
  roles: ['coordinator'],
})
