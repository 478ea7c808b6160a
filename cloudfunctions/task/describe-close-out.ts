import type { Cycle } from '@/domain/task/cycle'
import type { TaskFacts } from '@/domain/task/facts'
import { openTaskEvents, type TaskEvent } from '@/domain/task/workflow'
import type { Call } from '../_kit/handler'
import type { TaskRecord } from '../_stores/task-thing'
import type { Names } from './names'

/** Events of the way from self-check to close-out that somebody is waiting to do. */
const awaited: readonly TaskEvent[] = ['selfCheck', 'requestCloseOut']

const describeCycle = ({ ordinal, selfCheck, request }: Cycle) => ({
  ordinal,
  selfCheck: selfCheck && {
    on: selfCheck.on,
    words: selfCheck.words,
    signOffNumber: selfCheck.signOffNumber,
  },
  request: request && { on: request.on, reportNumber: request.reportNumber },
})

/** 办结: the chain, every cycle, and what is still missing for this person's next step. */
export const describeCloseOut = (
  task: TaskRecord,
  names: Names,
  { actor, serves }: Call,
  facts: TaskFacts,
) => ({
  chain: task.acceptanceChain.map(({ level, unitId }) => ({
    level,
    unit: unitId === null ? null : names.unitRef(unitId),
  })),
  closingLevel: task.closingLevel,
  cycles: task.cycles.map(describeCycle),
  missing: openTaskEvents(task, actor, facts).flatMap(({ event, missing }) =>
    missing && awaited.includes(event) && serves(event) ? [{ event, code: missing.code }] : [],
  ),
})
