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

export interface Row<State extends string, PartyName extends string, NeedName extends string> {
  /** States the event starts from; null stands for a thing that does not exist yet. */
  readonly from: readonly (State | null)[]
  readonly to: Target<State>
  /** Who does it: any one of these. */
  readonly by: readonly PartyName[]
  /** What has to hold, checked in this order. */
  readonly needs: readonly NeedName[]
}

export type Table<
  State extends string,
  Event extends string,
  PartyName extends string,
  NeedName extends string,
> = Readonly<Record<Event, Row<State, PartyName, NeedName>>>

/** A named relation of the actor to the thing: null when it holds, else why it does not. */
export type Party<Thing, Facts> = (actor: Actor, thing: Thing, facts: Facts) => RefusalCode | null

/**
 * A condition: null when it holds. What the caller brings with the event stands in
 * `facts.given`; while that is absent (the page asks what is possible) a condition on it is
 * not asked.
 */
export type Need<Thing, Facts> = (thing: Thing, facts: Facts, actor: Actor) => Refusal | null

export interface Rules<
  State extends string,
  Event extends string,
  PartyName extends string,
  NeedName extends string,
  Thing extends { readonly state: State | null },
  Facts,
> {
  readonly table: Table<State, Event, PartyName, NeedName>
  readonly parties: Readonly<Record<PartyName, Party<Thing, Facts>>>
  readonly needs: Readonly<Record<NeedName, Need<Thing, Facts>>>
}

/** `ACCESS.ROLE` says least: a relation that fails on unit, region or person is nearer. */
const mostPrecise = (codes: readonly RefusalCode[]): RefusalCode =>
  codes.find((code) => code !== 'ACCESS.ROLE') ?? 'ACCESS.ROLE'

/** Null when one of the relations holds; otherwise the refusal that says most. */
export const whyNotParty = <Thing, Facts>(
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

const whyNotHere = <
  S extends string,
  E extends string,
  P extends string,
  N extends string,
  T extends { readonly state: S | null },
  F,
>(
  rules: Rules<S, E, P, N, T, F>,
  event: E,
  thing: T,
  actor: Actor,
  facts: F,
): Refusal | null => {
  const row = rules.table[event]
  const party = whyNotParty(
    row.by.map((name) => rules.parties[name]),
    actor,
    thing,
    facts,
  )
  if (party) return party
  return row.from.includes(thing.state) ? null : { code: 'THING.STATE' }
}

const whyNeeds = <
  S extends string,
  E extends string,
  P extends string,
  N extends string,
  T extends { readonly state: S | null },
  F,
>(
  rules: Rules<S, E, P, N, T, F>,
  event: E,
  thing: T,
  actor: Actor,
  facts: F,
): Refusal | null => {
  for (const name of rules.table[event].needs) {
    const refusal = rules.needs[name](thing, facts, actor)
    if (refusal) return refusal
  }
  return null
}

/**
 * Why this event may not happen now, or null. A stranger learns nothing of the state: the
 * relation is asked first, then the state, then the conditions.
 */
export const whyNot = <
  S extends string,
  E extends string,
  P extends string,
  N extends string,
  T extends { readonly state: S | null },
  F,
>(
  rules: Rules<S, E, P, N, T, F>,
  event: E,
  thing: T,
  actor: Actor,
  facts: F,
): Refusal | null =>
  whyNotHere(rules, event, thing, actor, facts) ?? whyNeeds(rules, event, thing, actor, facts)

/** An event this person could do here, and what is still missing for it. */
export interface OpenEvent<Event extends string> {
  readonly event: Event
  readonly missing: Refusal | null
}

/** Events whose party and state fit, in the table's order, with the first unmet condition. */
export const openEvents = <
  S extends string,
  E extends string,
  P extends string,
  N extends string,
  T extends { readonly state: S | null },
  F,
>(
  rules: Rules<S, E, P, N, T, F>,
  thing: T,
  actor: Actor,
  facts: F,
): OpenEvent<E>[] =>
  (Object.keys(rules.table) as E[])
    .filter((event) => whyNotHere(rules, event, thing, actor, facts) === null)
    .map((event) => ({ event, missing: whyNeeds(rules, event, thing, actor, facts) }))

/** Events this person may do now, in the table's order. */
export const allowedEvents = <
  S extends string,
  E extends string,
  P extends string,
  N extends string,
  T extends { readonly state: S | null },
  F,
>(
  rules: Rules<S, E, P, N, T, F>,
  thing: T,
  actor: Actor,
  facts: F,
): E[] =>
  openEvents(rules, thing, actor, facts)
    .filter(({ missing }) => missing === null)
    .map(({ event }) => event)

/** The states a row can lead to from `from`; `from` itself when the thing stays. */
export const targetsOf = <S extends string>(
  row: Row<S, string, string>,
  from: S | null,
): readonly (S | null)[] => {
  const { to } = row
  if (to === null) return [from]
  if (typeof to === 'string') return [to]
  if (Array.isArray(to)) return to as readonly S[]
  const target = from === null ? undefined : (to as { readonly [F in S]?: S })[from]
  return target === undefined ? [] : [target]
}
