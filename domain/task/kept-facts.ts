import type { Actor, PersonId } from '../organization/actor'
import { isUnitRole } from '../organization/scope'
import { type Asking, askingAfter } from './asking'
import { doingUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

/** What the rules ask of how a task came about and of what others did: it stands on the task. */
export interface KeptFacts {
  /** Who made the draft; null for the system. */
  readonly madeById: PersonId | null
  /** Children that are neither closed nor cancelled. */
  readonly childrenOpen: number
  /** Who acted for a lead, responsible or supporting unit: none of them checks it (谁验收谁负责). */
  readonly workedOnIt: readonly PersonId[]
  /** Villages asked and heard in the present cycle; null before the first asking. */
  readonly asking: Asking | null
  /** Objections that are lodged or admitted, of every cycle: they hold the end of a notice. */
  readonly objectionsOpen: number
}

/** One change of a task, as its facts see it. */
export interface Cause {
  /** As the audit names it. */
  readonly event: string
  readonly changes: Readonly<Record<string, unknown>>
  readonly actor: Actor
  /** Null for a task that is made by this change. */
  readonly before: RectificationTask | null
  readonly next: RectificationTask
}

const childrenChanged = ({ event, changes }: Cause): number => {
  if (event === 'childMade' || event === 'childResumed') return 1
  if (event === 'childEnded') return -1
  return event === 'split' && Array.isArray(changes.children) ? changes.children.length : 0
}

/** Who checks the work does not do it: the first step may be taken by a unit that did. */
export const checkEvents: readonly string[] = [
  'verify',
  'confirmCheck',
  'denyCheck',
  'returnForRework',
]

/** What becomes of an objection; that one was lodged stands in its own chain only. */
const objectionEnds: readonly string[] = ['dismissObjection', 'upholdObjection', 'rejectObjection']

const actsForIt = ({ event, actor, before, next }: Cause): boolean =>
  isUnitRole(actor.role) &&
  !checkEvents.includes(event) &&
  [before, next].some(
    (task) => task !== null && actor.unitId !== null && doingUnitsOf(task).includes(actor.unitId),
  )

/**
 * Where each fact comes from: its value after a change, which is written in the change's own
 * transaction. A fact without a cause has no row here, and a rule cannot ask for it.
 */
export const factSources: {
  readonly [Fact in keyof KeptFacts]: (known: KeptFacts[Fact], cause: Cause) => KeptFacts[Fact]
} = {
  /** The import or the split that makes it. */
  madeById: (known, { actor, before }) => (before === null ? actor.personId : known),
  /** The split of the task, an imported child, a child that ends or is taken up again. */
  childrenOpen: (known, cause) => (cause.before === null ? known : known + childrenChanged(cause)),
  /** Whatever staff or leader of a unit that does the work do with it. */
  workedOnIt: (known, cause) => {
    const { personId } = cause.actor
    if (personId === null || known.includes(personId) || !actsForIt(cause)) return known
    return [...known, personId]
  },
  /** The unit that asks, the village that speaks or is visited; a new cycle begins without. */
  asking: askingAfter,
  /** The resident who objects, quietly; the office's word on it. */
  objectionsOpen: (known, { event }) => known - (objectionEnds.includes(event) ? 1 : 0),
}

/** Of a task that nothing has happened to yet. */
export const noFacts: KeptFacts = {
  madeById: null,
  childrenOpen: 0,
  workedOnIt: [],
  asking: null,
  objectionsOpen: 0,
}

export const factsAfter = (known: KeptFacts, cause: Cause): KeptFacts => ({
  madeById: factSources.madeById(known.madeById, cause),
  childrenOpen: factSources.childrenOpen(known.childrenOpen, cause),
  workedOnIt: factSources.workedOnIt(known.workedOnIt, cause),
  asking: factSources.asking(known.asking, cause),
  objectionsOpen: factSources.objectionsOpen(known.objectionsOpen, cause),
})
