import type { ObligationKind, ThingKind } from '@/domain/reminder/obligation'

const pages: Readonly<Record<ThingKind, string>> = {
  task: 'subpackages/unit/task',
  feedback: 'subpackages/unit/feedback',
  timeline: 'subpackages/enterprise/timeline',
  opinion: 'subpackages/village/opinion',
  opinionSummary: 'subpackages/village/summary',
  objection: 'subpackages/unit/objection',
}

/** What is done on a page of its own; everything else on the page of its thing. */
const ownPages: Readonly<Partial<Record<ObligationKind, string>>> = {
  sayOnDraft: 'subpackages/unit/consult',
  answerDraftOpinion: 'subpackages/unit/consult',
  submitPlan: 'subpackages/unit/plan',
  selfCheck: 'subpackages/unit/self-check',
  nameChain: 'subpackages/unit/chain',
  verify: 'subpackages/unit/verify',
  checkSecrecy: 'subpackages/office/release',
  checkOpenness: 'subpackages/office/release',
}

interface Owed {
  readonly kind: ObligationKind
  readonly thing: ThingKind
  readonly thingId: string
}

/** Where a to-do is done: page and parameters for `openPage`. */
export const whereToDo = ({ kind, thing, thingId }: Owed) =>
  [ownPages[kind] ?? pages[thing], { id: thingId }] as const
