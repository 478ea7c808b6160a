import type { ThingKind } from '@/domain/reminder/obligation'

const pages: Readonly<Record<ThingKind, string>> = {
  task: 'subpackages/unit/task',
  feedback: 'subpackages/unit/feedback',
  timeline: 'subpackages/enterprise/timeline',
  opinion: 'subpackages/village/opinion',
  opinionSummary: 'subpackages/village/summary',
}

/** Where a to-do is done: page and parameters for `openPage`. */
export const whereToDo = ({ thing, thingId }: { thing: ThingKind; thingId: string }) =>
  [pages[thing], { id: thingId }] as const
