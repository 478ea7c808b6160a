import { type ObligationKind, owedKinds } from '@/domain/reminder/kinds'
import type { ThingKind } from '@/domain/reminder/obligation'

const pages: Readonly<Record<ThingKind, string>> = {
  task: 'unit/task',
  feedback: 'unit/feedback',
  timeline: 'enterprise/timeline',
  opinion: 'village/opinion',
  opinionSummary: 'village/summary',
  objection: 'unit/objection',
  round: 'office/round',
  visit: 'enterprise/visit',
}

interface Owed {
  readonly kind: ObligationKind
  readonly thing: ThingKind
  readonly thingId: string
}

/** Where a to-do is done, on its own page or on that of its thing: page and parameters for `openPage`. */
export const whereToDo = ({ kind, thing, thingId }: Owed) =>
  [`subpackages/${owedKinds[kind].page ?? pages[thing]}`, { id: thingId }] as const
