import { owedKinds } from '@/domain/reminder/kinds'
import type { Obligation } from '@/domain/reminder/obligation'
import type { Names } from './task-names'

const mostShown = 3

/** 轮到谁: what is owed next of a task, by whom and until when, the nearest first. */
export const describeTurns = (owed: readonly Obligation[], names: Names) =>
  owed
    .filter(({ kind }) => owedKinds[kind].turn)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
    .slice(0, mostShown)
    .map(({ kind, unitId, roles, dueOn, provisional }) => ({
      kind,
      unitName: unitId === null ? null : names.unit(unitId).name,
      role: unitId === null ? (roles[0] ?? null) : null,
      dueOn,
      provisional,
    }))
