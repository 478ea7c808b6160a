import { RuleError } from '@/domain/refusal'
import { whyNotRead } from '@/domain/task/readers'
import type { OpinionSummary } from '@/domain/opinion/summary'
import type { Call, Handler } from '../../_kit/handler'
import { summaryThing } from '../../_stores/summary-thing'
import { describeSummary } from '../describe-summary'
import type { Parts } from '../parts'

/** Before its release it is read by whoever writes, answers and releases it. */
const mayRead = (summary: OpinionSummary, { actor }: Call): boolean => {
  if (summary.state === 'released') return actor.role !== 'enterpriseAgent'
  if (actor.role === 'intake' || actor.role === 'coordinator') return true
  if (actor.role === 'cityLeader') return (summary.leftToLeader ?? []).length > 0
  const isAnswering = actor.unitId !== null && actor.unitId === summary.answeringUnitId
  return isAnswering && summary.state !== 'toSummarize' && actor.role !== 'villageOfficer'
}

/** 看法归纳 and its answers. A village reads it once it has spoken itself. */
export const getSummary =
  ({
    opinions,
    tasks,
    writer,
  }: Pick<Parts, 'opinions' | 'tasks' | 'writer'>): Handler<'opinion.getSummary'> =>
  async ({ summaryId }, call) => {
    const summary = await opinions.findSummary(summaryId)
    if (!summary || !mayRead(summary, call)) throw new RuleError('THING.NOT_FOUND')
    const { task } = await tasks.load(summary.taskId, call)
    if (whyNotRead(task, call.actor)) throw new RuleError('THING.NOT_FOUND')
    if (call.actor.role === 'villageOfficer') {
      const all = await opinions.collective(summary.askingId)
      const own = all.find(({ unitId }) => unitId === call.actor.unitId)
      if (!own || own.revision === 0) throw new RuleError('THING.NOT_FOUND')
    }
    const [owed] = writer.owedOn(summaryThing, summary, call)
    return {
      id: summary.id,
      taskId: summary.taskId,
      number: summary.taskNumber,
      title: summary.taskTitle,
      state: summary.state,
      since: summary.since,
      due: owed ? { on: owed.dueOn, provisional: owed.provisional } : null,
      returnedFor: summary.returnedFor,
      summary: describeSummary(summary),
      events: writer.eventsOn(summaryThing, { ...summary, taskState: task.state }, call),
    }
  }
