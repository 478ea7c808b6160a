import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import { type Obligation, obligationId, type ObligationKind, type ThingKind } from './obligation'
import { nextStepFrom } from './steps'

/**
 * What a title may be made of. A report is named by its number only: neither its subject nor
 * its village may stand in a message.
 */
export type TitleSubject =
  | { readonly thing: 'task'; readonly number: string; readonly title: string }
  | { readonly thing: 'feedback'; readonly number: string }
  | { readonly thing: 'timeline'; readonly number: string; readonly title: string }

/** What the wanted set of obligations is made with. */
export interface ObligationContext extends Days {
  /** The Chinese title, from `copy/`. */
  readonly title: (kind: ObligationKind, subject: TitleSubject) => string
  /** The city: where a thing without a place belongs. */
  readonly rootRegion: RegionCode
}

export interface Owed {
  readonly kind: ObligationKind
  /** Part of the thing; unique among the obligations of one kind. */
  readonly node: string
  readonly dueOn: IsoDay
  readonly madeOn: IsoDay
  readonly unitId?: UnitId | null
  readonly personId?: PersonId | null
  readonly roles: readonly Role[]
}

/** Makes the obligations of one thing. */
export const oweFor =
  (
    thing: ThingKind,
    thingId: string,
    regionCode: RegionCode,
    subject: TitleSubject,
    { title, today, calendar, settings }: ObligationContext,
  ) =>
  ({ kind, node, dueOn, madeOn, unitId = null, personId = null, roles }: Owed): Obligation => ({
    id: obligationId(thing, thingId, kind, node),
    kind,
    thing,
    thingId,
    node,
    title: title(kind, subject),
    dueOn,
    madeOn,
    unitId,
    personId,
    roles,
    regionCode,
    open: true,
    nextStepOn: nextStepFrom({ kind, dueOn, madeOn }, today, calendar, settings),
  })

/** 责任单位: whoever in the unit is there. */
export const unitRoles: readonly Role[] = ['unitStaff', 'unitLeader']

/**
 * What a store has to write so that it holds exactly the wanted set: new and changed
 * obligations, and those that are no longer owed, closed. An unchanged one is not written.
 */
export const obligationChanges = (
  stored: readonly Obligation[],
  wanted: readonly Obligation[],
): readonly Obligation[] => {
  const isSame = (a: Obligation, b: Obligation): boolean =>
    (Object.keys(a) as (keyof Obligation)[]).every(
      (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
    )
  const written = wanted.filter((next) => {
    const now = stored.find(({ id }) => id === next.id)
    return now === undefined || !isSame(next, now)
  })
  const ended = stored
    .filter(({ id, open }) => open && !wanted.some((next) => next.id === id))
    .map((obligation) => ({ ...obligation, open: false, nextStepOn: null }))
  return [...written, ...ended]
}
