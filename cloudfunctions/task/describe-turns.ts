import type { Obligation, ObligationKind } from '@/domain/reminder/obligation'
import type { Names } from '../_stores/task-names'

/**
 * Steps that others may know of. A planned re-check is not among them: its day is not shown to the
 * unit that it is about.
 */
const knownToAll: readonly ObligationKind[] = [
  'signFor',
  'reassign',
  'submitPlan',
  'approvePlan',
  'enterEvent',
  'finishMeasure',
  'finishTask',
  'decideExtension',
  'selfCheck',
  'nameChain',
  'requestCloseOut',
  'verify',
  'confirmCheck',
  'publishNotice',
  'noticeEnds',
  'approveCloseOut',
  'recordUpper',
]

const mostShown = 3

/** 轮到谁: what is owed next of a task, by whom and until when, the nearest first. */
export const describeTurns = (owed: readonly Obligation[], names: Names) =>
  owed
    .filter(({ kind }) => knownToAll.includes(kind))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
    .slice(0, mostShown)
    .map(({ kind, unitId, roles, dueOn, provisional }) => ({
      kind,
      unitName: unitId === null ? null : names.unit(unitId).name,
      role: unitId === null ? (roles[0] ?? null) : null,
      dueOn,
      provisional,
    }))
