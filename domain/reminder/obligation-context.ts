import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import { type Obligation, obligationId, type ObligationKind, type ThingKind } from './obligation'
import { nextStepFrom } from './steps'

/** What the wanted set of obligations is made with. */
export interface ObligationContext extends Days {
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

/** The thing that is owed something. */
export interface OwingThing {
  readonly kind: ThingKind
  readonly id: string
  readonly regionCode: RegionCode
  /**
   * A task's title or a report's number: a message shows it, so it never names the subject of
   * a report or its village.
   */
  readonly title: string
}

/** Makes the obligations of one thing. */
export const oweFor =
  (thing: OwingThing, { today, calendar, settings }: ObligationContext) =>
  ({ kind, node, dueOn, madeOn, unitId = null, personId = null, roles }: Owed): Obligation => ({
    id: obligationId(thing.kind, thing.id, kind, node),
    kind,
    thing: thing.kind,
    thingId: thing.id,
    node,
    title: thing.title,
    dueOn,
    madeOn,
    unitId,
    personId,
    roles,
    regionCode: thing.regionCode,
    open: true,
    nextStepOn: nextStepFrom({ kind, dueOn, madeOn }, today, calendar, settings),
  })

/** 责任单位: whoever in the unit is there. */
export const unitRoles: readonly Role[] = ['unitStaff', 'unitLeader']
