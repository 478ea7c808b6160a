import { type OpinionSummary, summaryStates } from '@/domain/opinion/summary'
import { newSummary, reopenSummary } from '@/domain/opinion/summary-transitions'
import {
  allowedSummaryEvents,
  type SummaryEvent,
  type SummaryFacts,
} from '@/domain/opinion/summary-workflow'
import { obligationsOfSummary } from '@/domain/opinion/summary-owed'
import type { KeptFacts } from '@/domain/task/kept-facts'
import { answeringUnitOf } from '@/domain/task/responsibility'
import type { RectificationTask } from '@/domain/task/task'
import { askedTaskOf, askedTaskShape, taskCollection } from './asked-task'
import { digestOf } from './messages/message-store'
import type { Acting, Thing } from './thing'
import { orNone, thingsOf } from './shape'
import { taskOf } from './task-record'

type Task = RectificationTask & KeptFacts

export const summaryOf = thingsOf<OpinionSummary>({
  ...askedTaskShape,
  id: 'text',
  taskId: 'text',
  askingId: 'text',
  answeringUnitId: orNone('text'),
  state: summaryStates,
  since: 'text',
  words: 'text',
  matters: 'list',
  returnedFor: orNone('text'),
  counts: orNone('row'),
  covers: orNone('text'),
  rounds: 'number',
})

/** One a cycle. */
export const summaryIdOf = (askingId: string): string => digestOf('opinionSummary', askingId)

export const summaryThing: Thing<OpinionSummary, SummaryFacts, SummaryEvent> = {
  kind: 'opinionSummary',
  collection: 'opinionSummaries',
  parsed: summaryOf,
  derived: () => ({}),
  renewed: async (summary, read) => {
    const doc = await read(taskCollection, summary.taskId)
    if (!doc) return summary
    const task = taskOf(doc)
    return { ...summary, ...askedTaskOf(task), answeringUnitId: answeringUnitOf(task.units) }
  },
  facts: (_summary, context) => context,
  allowed: allowedSummaryEvents,
  owed: obligationsOfSummary,
}

/** Close-out was asked for: from now on intake owes the summary of this cycle. */
export const openSummary = async (acting: Acting, task: Task): Promise<void> => {
  const { asking } = task
  if (asking === null) return
  const id = summaryIdOf(asking.id)
  const answeringUnitId = answeringUnitOf(task.units)
  const keep = (summary: OpinionSummary) => ({ next: summary, changes: {} })
  const about = { id, taskId: task.id, askingId: asking.id, answeringUnitId }
  await acting.change(summaryThing, id, 'requestCloseOut', keep, () =>
    acting.make(summaryThing, 'requestCloseOut', {
      next: newSummary(about, askedTaskOf(task), acting.by.today),
      changes: {},
    }),
  )
}

/** For the transaction in which the notice ends: words came since the summary was released. */
export const summarizeAgain = async (acting: Acting, askingId: string): Promise<void> => {
  await acting.change(summaryThing, summaryIdOf(askingId), 'lateWords', (summary) => ({
    next: reopenSummary(summary, acting.by.today),
    changes: {},
  }))
}
