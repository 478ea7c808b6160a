import type { Actor } from './organization/actor'
import type { Refusal, RefusalCode } from './refusal'

/**
 * The mechanism behind every workflow: one table of rows is the law for the server, for the
 * page (which only shows what the server allows) and for the drawn diagram.
 */

/**
 * Where an event leads: one state; null when the thing stays where it is; several when the
 * outcome decides; a map when it depends on where the thing was.
 */
export type Target<State extends string> =
  State | null | readonly State[] | { readonly [From in State]?: State }

export interface Row<
  State extends string,
  PartyName extends string = string,
  NeedName extends string = string,
> {
  /** States the event starts from; null stands for a thing that does not exist yet. */
  readonly from: readonly (State | null)[]
  readonly to: Target<State>
  /** Who does it: any one of these. */
  readonly by: readonly PartyName[]
  /** What has to hold, checked in this order. */
  readonly needs: readonly NeedName[]
}

/** States of a thing that exists. */
type StateOf<Thing extends { readonly state: string | null }> = NonNullable<Thing['state']>

/** A named relation of the actor to the thing: null when it holds, else why it does not. */
export type Party<Thing, Facts> = (actor: Actor, thing: Thing, facts: Facts) => RefusalCode | null

/**
 * A condition: null when it holds. What the caller brings with the event stands in
 * `facts.given`; while that is absent (the page asks what is possible) a condition on it is
 * not asked.
 */
export type Need<Thing, Facts> = (thing: Thing, facts: Facts, actor: Actor) => Refusal | null

interface Written<
  Thing extends { readonly state: string | null },
  Facts,
  Event extends string,
  PartyName extends string,
  NeedName extends string,
> {
  readonly table: Readonly<Record<Event, Row<StateOf<Thing>, PartyName, NeedName>>>
  readonly parties: Readonly<Record<PartyName, Party<Thing, Facts>>>
  readonly needs: Readonly<Record<NeedName, Need<Thing, Facts>>>
}

/** An event this person could do here, and what is still missing for it. */
export interface OpenEvent<Event extends string> {
  readonly event: Event
  readonly missing: Refusal | null
}

/** A table of rows with the questions that are asked of it. */
export interface Rules<
  Thing extends { readonly state: string | null },
  Facts,
  Event extends string,
> {
  readonly table: Readonly<Record<Event, Row<StateOf<Thing>>>>
  /**
   * Why this event may not happen now, or null. A stranger learns nothing of the state: the
   * relation is asked first, then the state, then the conditions.
   */
  readonly whyNot: (thing: Thing, event: Event, actor: Actor, facts: Facts) => Refusal | null
  /**
   * Events whose party and state fit, in the table's order, with the first unmet condition.
   * What the caller would bring is not asked.
   */
  readonly open: (thing: Thing, actor: Actor, facts: Facts) => OpenEvent<Event>[]
  /** Events this person may do now, in the table's order. */
  readonly allowed: (thing: Thing, actor: Actor, facts: Facts) => Event[]
}

/** `ACCESS.ROLE` says least: a relation that fails on unit, region or person is nearer. */
const mostPrecise = (codes: readonly RefusalCode[]): RefusalCode =>
  codes.find((code) => code !== 'ACCESS.ROLE') ?? 'ACCESS.ROLE'

/** Null when one of the relations holds; otherwise the refusal that says most. */
const whyNotParty = <Thing, Facts>(
  relations: readonly Party<Thing, Facts>[],
  actor: Actor,
  thing: Thing,
  facts: Facts,
): Refusal | null => {
  const codes: RefusalCode[] = []
  for (const relation of relations) {
    const code = relation(actor, thing, facts)
    if (code === null) return null
    codes.push(code)
  }
  return { code: mostPrecise(codes) }
}

/** The law of one kind of thing, from its table, its relations and its conditions. */
export const rulesOf = <
  Thing extends { readonly state: string | null },
  Facts,
  Event extends string,
  PartyName extends string,
  NeedName extends string,
>({
  table,
  parties,
  needs,
}: Written<Thing, Facts, Event, PartyName, NeedName>): Rules<Thing, Facts, Event> => {
  const whyNotHere = (thing: Thing, event: Event, actor: Actor, facts: Facts): Refusal | null => {
    const { by, from } = table[event]
    const relations = by.map((name) => parties[name])
    const stranger = whyNotParty(relations, actor, thing, facts)
    if (stranger) return stranger
    return from.some((state) => state === thing.state) ? null : { code: 'THING.STATE' }
  }
  const missing = (thing: Thing, event: Event, actor: Actor, facts: Facts): Refusal | null => {
    for (const name of table[event].needs) {
      const refusal = needs[name](thing, facts, actor)
      if (refusal) return refusal
    }
    return null
  }
  const events = Object.keys(table) as Event[]
  /** As `whyNotHere` is null, with the cheapest question first: a list asks it of every row's every event. */
  const isHere = (thing: Thing, event: Event, actor: Actor, facts: Facts): boolean =>
    table[event].from.some((state) => state === thing.state) &&
    table[event].by.some((name) => parties[name](actor, thing, facts) === null)
  const open = (thing: Thing, actor: Actor, known: Facts): OpenEvent<Event>[] => {
    const facts: Facts = { ...known, given: undefined }
    return events
      .filter((event) => isHere(thing, event, actor, facts))
      .map((event) => ({ event, missing: missing(thing, event, actor, facts) }))
  }
  return {
    table,
    whyNot: (thing, event, actor, facts) =>
      whyNotHere(thing, event, actor, facts) ?? missing(thing, event, actor, facts),
    open,
    allowed: (thing, actor, facts) =>
      open(thing, actor, facts)
        .filter((event) => event.missing === null)
        .map(({ event }) => event),
  }
}

/** The states a row can lead to from `from`; `from` itself when the thing stays. */
export const targetsOf = <S extends string>(row: Row<S>, from: S | null): readonly (S | null)[] => {
  const { to } = row
  if (to === null) return [from]
  if (typeof to === 'string') return [to]
  if (Array.isArray(to)) return to as readonly S[]
  const target = from === null ? undefined : (to as { readonly [F in S]?: S })[from]
  return target === undefined ? [] : [target]
}
