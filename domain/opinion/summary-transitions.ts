import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import type { UnitId } from '../organization/unit'
import { refuseIf } from '../refusal'
import type { TaskId } from '../task/task'
import type { AskedTask } from './opinion'
import type { Counts } from './satisfaction'
import type { Matter, MatterSide, OpinionSummary } from './summary'
import { type SummaryEvent, type SummaryFacts, whyNotSummary } from './summary-workflow'

/** Owed by intake from the request for close-out on. */
export const newSummary = (
  about: {
    readonly id: string
    readonly taskId: TaskId
    readonly askingId: string
    readonly answeringUnitId: UnitId | null
  },
  task: AskedTask,
  today: IsoDay,
): OpinionSummary => ({
  ...task,
  ...about,
  state: 'toSummarize',
  since: today,
  words: '',
  matters: [],
  returnedFor: null,
  counts: null,
  covers: null,
  rounds: 0,
})

const refuse = (
  summary: OpinionSummary,
  event: SummaryEvent,
  actor: Actor,
  facts: SummaryFacts,
  given: SummaryFacts['given'] = {},
): void => refuseIf(whyNotSummary(summary, event, actor, { ...facts, given }))

/** A look at what villagers said is no change, and stands in the chain. Throws `RuleError`. */
export const openWords = (
  summary: OpinionSummary,
  actor: Actor,
  facts: SummaryFacts,
): OpinionSummary => {
  refuse(summary, 'openWords', actor, facts)
  return summary
}

/** 归纳 by intake, of exactly what it has read. Throws `RuleError`. */
export const summarize = (
  summary: OpinionSummary,
  written: {
    readonly words: string
    readonly matters: readonly Pick<Matter, 'side' | 'words'>[]
    readonly read: string
  },
  present: {
    readonly digest: string
    readonly counts: Counts
    readonly unsatisfied: readonly MatterSide[]
  },
  actor: Actor,
  facts: SummaryFacts,
): OpinionSummary => {
  const { words, matters, read } = written
  const sides = matters.map(({ side }) => side)
  const given = { read, present: present.digest, unsatisfied: present.unsatisfied, sides }
  refuse(summary, 'summarize', actor, facts, given)
  return {
    ...summary,
    state: matters.length > 0 ? 'toAnswer' : 'toRelease',
    since: facts.today,
    words,
    matters: matters.map((matter) => ({ ...matter, answer: null })),
    counts: summary.rounds === 0 ? present.counts : null,
    covers: present.digest,
    rounds: summary.rounds + 1,
  }
}

/** 书面答复 of the unit that answers for the whole, one a matter. Throws `RuleError`. */
export const answerOpinions = (
  summary: OpinionSummary,
  answers: readonly string[],
  actor: Actor,
  facts: SummaryFacts,
): OpinionSummary => {
  refuse(summary, 'answerOpinions', actor, facts, { answers })
  const matters = summary.matters.map((matter, place) => ({
    ...matter,
    answer: answers[place] ?? null,
  }))
  return { ...summary, state: 'toRelease', since: facts.today, matters, returnedFor: null }
}

/** The answers do not answer: back to the unit, which reads its own again. Throws `RuleError`. */
export const returnAnswers = (
  summary: OpinionSummary,
  reason: string,
  actor: Actor,
  facts: SummaryFacts,
): OpinionSummary => {
  refuse(summary, 'returnAnswers', actor, facts, { reason })
  return { ...summary, state: 'toAnswer', since: facts.today, returnedFor: reason }
}

/** 发出: from now on who has spoken reads it, everybody once the notice is up. Throws `RuleError`. */
export const releaseSummary = (
  summary: OpinionSummary,
  actor: Actor,
  facts: SummaryFacts,
): OpinionSummary => {
  refuse(summary, 'releaseSummary', actor, facts)
  return { ...summary, state: 'released', since: facts.today }
}

/** At the notice's end there is something new: intake owes a summary of it too. */
export const reopenSummary = (summary: OpinionSummary, today: IsoDay): OpinionSummary => ({
  ...summary,
  state: 'toSummarize',
  since: today,
})
