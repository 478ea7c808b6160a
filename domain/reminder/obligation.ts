import type { IsoDay } from '../calendar/day'
import type { MembershipId, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { ObligationKind } from './kinds'

export const thingKinds = [
  'task',
  'feedback',
  'timeline',
  'opinion',
  'opinionSummary',
  'objection',
  'round',
  'visit',
] as const
export type ThingKind = (typeof thingKinds)[number]

/**
 * Somebody owes something by a day. One record serves the to-do list and the reminder engine. The id is made of thing and node, so writing it again is
 * the same record: a deadline that moves changes `dueOn` and begins its own steps.
 */
export interface Obligation {
  readonly id: string
  readonly kind: ObligationKind
  readonly thing: ThingKind
  readonly thingId: string
  /** Which part of the thing: measure id, unit id, round. */
  readonly node: string
  /** Never the subject of a report nor its village: it appears in messages. */
  readonly title: string
  readonly dueOn: IsoDay
  /** 暂定: counted over a year without a published calendar. */
  readonly provisional: boolean
  readonly madeOn: IsoDay
  readonly unitId: UnitId | null
  /**
   * Owed by the person who signed for the unit's share, while they work there; else everybody in
   * the unit with one of `roles` is told. Who that is stands in the task.
   */
  readonly signerOwes: boolean
  /** Owed by this one of an office by name, and by no other of it; null where the office owes. */
  readonly heldBy: MembershipId | null
  /** Who of them may not do it: whoever answered does not look again. */
  readonly notBy: readonly PersonId[]
  readonly roles: readonly Role[]
  readonly regionCode: RegionCode
  /** A report is not on the lists of an office that it accuses, and nobody there is told of it. */
  readonly hiddenFrom: readonly UnitId[]
  /** The day on which what the coordinator owes rises to the city leader; null for others'. */
  readonly risesOn: IsoDay | null
  readonly open: boolean
  /** Next day on which the notifier has a step; null when none is left. */
  readonly nextStepOn: IsoDay | null
}

export const obligationId = (
  thing: ThingKind,
  thingId: string,
  kind: ObligationKind,
  node: string,
) => `${thing}.${thingId}.${kind}.${node}`
