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
  readonly risen?: boolean
}

/**
 * Where a to-do is done, on its own page or on that of its thing, where what rose is looked at: page and
 * parameters for `openPage`.
 */
export const whereToDo = ({ kind, thing, thingId, risen }: Owed) =>
  [`subpackages/${(!risen && owedKinds[kind].page) || pages[thing]}`, { id: thingId }] as const
