import type { Actor, Membership } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { regionPath } from '../organization/region-path'
import type { Role } from '../organization/role'
import { coversAll } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Feedback, FeedbackDesk } from './feedback'

type Report = Pick<Feedback, 'desk' | 'regionCode' | 'accusedUnitIds'>

const placesOf = ({ regionCode }: Pick<Feedback, 'regionCode'>): readonly RegionCode[] =>
  regionCode === null ? [] : [regionCode]

/**
 * True when the person is a member of a unit that the report accuses, whatever they act as now: a
 * second role must not show them what the first may not see.
 */
export const isAccused = (
  { belongsTo }: Pick<Actor, 'belongsTo'>,
  { accusedUnitIds }: Pick<Feedback, 'accusedUnitIds'>,
): boolean => belongsTo.some((unitId) => accusedUnitIds.includes(unitId))

/** A present member who may become a report's desk, with every unit of that person. */
export type DeskHolder = Membership & Pick<Actor, 'belongsTo'>

/**
 * Whether the actor is this report's desk: intake of its place, or whom it was handed to. Only
 * the desk learns who reported, and in which words.
 */
export const isDesk = (report: Report, actor: Actor): boolean => {
  const { desk } = report
  if (isAccused(actor, report)) return false
  if (desk !== null && 'membershipId' in desk) return actor.membershipId === desk.membershipId
  if (actor.role !== 'intake') return false
  return desk === null
    ? coversAll(actor.regionCode, placesOf(report))
    : actor.regionCode === desk.regionCode
}

/** Regions above the actor's in which the report may have another desk, the nearest first. */
const regionsAbove = (actor: Actor, place: RegionCode): RegionCode[] =>
  regionPath(place)
    .filter((code) => actor.regionCode !== code && coversAll(code, [actor.regionCode ?? place]))
    .reverse()

/**
 * To whom the actor may hand a report over: to the nearest intake above, else to a named
 * inspector, and where none is foreign to what it accuses to a leader of the city: nobody in their own
 * cause, and there is always another desk. Never to somebody of an accused unit. The system, which acts
 * for a desk whose person has left, falls back on any intake of the place before the leader.
 *
 * @param holders present members with the roles intake, inspector and cityLeader
 * @param accused units that the actor says are accused, beside those known
 * @param city region whose desks have the reports without a place
 */
export const nextDesks = (
  report: Report,
  actor: Actor,
  holders: readonly DeskHolder[],
  accused: readonly UnitId[],
  city: RegionCode,
): FeedbackDesk[] => {
  const place = report.regionCode ?? city
  const accusedUnitIds = [...accused, ...report.accusedUnitIds]
  const free = holders.filter((holder) => !isAccused(holder, { accusedUnitIds }))
  const above = actor.role === 'intake' ? regionsAbove(actor, place) : []
  const nearest = above.find((code) =>
    free.some(({ role, regionCode }) => role === 'intake' && regionCode === code),
  )
  if (nearest !== undefined) return [{ regionCode: nearest }]
  const others = (role: Role): FeedbackDesk[] =>
    free
      .filter((holder) => holder.id !== actor.membershipId && holder.role === role)
      .filter(({ regionCode }) => coversAll(regionCode, placesOf(report)))
      .map(({ id }) => ({ membershipId: id }))
  const ofPlace = free.filter(
    ({ role, regionCode }) => role === 'intake' && coversAll(regionCode, placesOf(report)),
  )
  const fallbacks = [
    others('inspector'),
    actor.role === 'system' ? ofPlace.map(({ regionCode }) => ({ regionCode })) : [],
    others('cityLeader'),
  ]
  return fallbacks.find((desks) => desks.length > 0) ?? []
}

export const isSameDesk = (one: FeedbackDesk, other: FeedbackDesk): boolean =>
  'membershipId' in one
    ? 'membershipId' in other && one.membershipId === other.membershipId
    : 'regionCode' in other && one.regionCode === other.regionCode
