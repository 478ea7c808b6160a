import type { Actor, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { actsForUnit, holdsRegion, isUnitRole } from '../organization/scope'
import type { Role } from '../organization/role'
import type { RefusalCode } from '../refusal'
import type { Party } from '../workflow'
import { isAccused, isDesk } from './desk'
import type { FeedbackCase, FeedbackFacts } from './facts'

export type FeedbackParty =
  | 'resident'
  | 'villageOfficer'
  | 'recorder'
  | 'reporter'
  | 'desk'
  | 'deskForOffice'
  | 'coordinatorOfRegion'
  | 'handlingUnit'
  | 'anotherPerson'
  | 'inspectorOfRegion'
  | 'system'

type Relation = Party<FeedbackCase, FeedbackFacts>

const placesOf = ({ regionCode }: FeedbackCase): readonly RegionCode[] =>
  regionCode === null ? [] : [regionCode]

/** Whoever is accused has no part in it, in whatever role: retaliation is the danger. */
const unlessAccused =
  (relation: Relation): Relation =>
  (actor, thing, facts) =>
    relation(actor, thing, facts) ?? (isAccused(actor, thing) ? 'ACCESS.UNIT' : null)

const ofRegion = (role: Role): Relation =>
  unlessAccused((actor, thing) => holdsRegion(actor, role, placesOf(thing)))

/** Intake of the place, or whom the report was handed over to. */
const desk: Relation = (actor, thing) => {
  if (isDesk(thing, actor)) return null
  if (isAccused(actor, thing)) return 'ACCESS.UNIT'
  return actor.role === 'intake' ? 'ACCESS.REGION' : 'ACCESS.ROLE'
}

const wroteDraft = (actor: Actor, { answers }: FeedbackCase): boolean =>
  answers.some(({ releasedOn, byPersonId }) => releasedOn === null && byPersonId === actor.personId)

const handlingUnit = (actor: Actor, { unitId }: FeedbackCase): RefusalCode | null =>
  actsForUnit(actor, unitId === null ? [] : [unitId])

/** 换人再查: whoever gave an answer that was released does not look a second time. */
export const answerersOf = ({ answers }: Pick<FeedbackCase, 'answers'>): PersonId[] => [
  ...new Set(
    answers.flatMap(({ releasedOn, byPersonId }) => (releasedOn === null ? [] : [byPersonId])),
  ),
]

const answeredBefore = (actor: Actor, thing: FeedbackCase): boolean =>
  actor.personId === null || answerersOf(thing).includes(actor.personId)

export const feedbackParties: Readonly<Record<FeedbackParty, Relation>> = {
  resident: (actor, { origin }) =>
    actor.role === 'resident' && origin === 'resident' ? null : 'ACCESS.ROLE',
  // 代填: only from the own village.
  villageOfficer: (actor, thing) =>
    thing.origin === 'village'
      ? holdsRegion(actor, 'villageOfficer', placesOf(thing))
      : 'ACCESS.ROLE',
  // 督察交办件 and 12345 items arrive on paper and are entered at the desk.
  recorder: (actor, thing) => {
    if (thing.origin === 'resident' || thing.origin === 'village') return 'ACCESS.ROLE'
    return holdsRegion(actor, 'intake', placesOf(thing))
  },
  // Known by the own session or, for an anonymous report, by the lookup code.
  reporter: (_actor, _thing, { isReporter }) => (isReporter ? null : 'ACCESS.OWNER'),
  desk,
  // Where a report accuses somebody the office may be the accused, or the only one there is.
  deskForOffice: (actor, thing, facts) => {
    const refusal = desk(actor, thing, facts)
    if (refusal) return refusal
    if (thing.desk === null && thing.accusedUnitIds.length === 0) return 'ACCESS.ROLE'
    return wroteDraft(actor, thing) ? 'ACCESS.SAME_PERSON' : null
  },
  coordinatorOfRegion: ofRegion('coordinator'),
  handlingUnit: unlessAccused(handlingUnit),
  anotherPerson: unlessAccused((actor, thing) => {
    const refusal = handlingUnit(actor, thing)
    if (refusal) return refusal
    return answeredBefore(actor, thing) ? 'FEEDBACK.SECOND_LOOK_SAME_PERSON' : null
  }),
  inspectorOfRegion: unlessAccused((actor, thing) => {
    const refusal = holdsRegion(actor, 'inspector', placesOf(thing))
    if (refusal) return refusal
    return answeredBefore(actor, thing) ? 'FEEDBACK.SECOND_LOOK_SAME_PERSON' : null
  }),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}

/** True when the actor handles the matter for a unit that is not accused. */
export const isHandler = (actor: Actor, thing: FeedbackCase): boolean =>
  isUnitRole(actor.role) && handlingUnit(actor, thing) === null && !isAccused(actor, thing)
