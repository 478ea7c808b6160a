import type { Refusal } from '../refusal'
import { responsibleUnitsOf } from './responsibility'
import { type AcceptanceLevel, acceptanceLevels, type AcceptanceStep } from './acceptance'
import { presentCycle } from './cycle'
import type { RectificationTask } from './task'

/** The levels that accept, before the office has named who does. */
export const unnamedChain = (levels: readonly AcceptanceLevel[]): AcceptanceStep[] =>
  levels.map((level) => ({ level, unitId: null }))

/** Each step names its unit; the province's is recorded by the city's office. */
const isNamed = ({ level, unitId }: AcceptanceStep): boolean =>
  level === 'province' ? unitId === null : unitId !== null

/** From below upwards, each level once. */
export const isInOrder = (chain: readonly AcceptanceStep[]): boolean =>
  chain.every(
    ({ level }, index) =>
      index === 0 ||
      acceptanceLevels.indexOf(chain[index - 1]!.level) < acceptanceLevels.indexOf(level),
  )

/**
 * Why nothing can be accepted by this chain, or null: a step without its unit, levels out of order,
 * or a last step taken by a unit that did the work.
 */
export const whyNotChain = (
  task: Pick<RectificationTask, 'units' | 'measures'>,
  chain: readonly AcceptanceStep[],
): Refusal | null => {
  const last = chain.at(-1)
  if (last === undefined || !chain.every(isNamed) || !isInOrder(chain))
    return { code: 'TASK.CHAIN_UNNAMED', fields: ['chain'] }
  return last.unitId !== null && responsibleUnitsOf(task).includes(last.unitId)
    ? { code: 'TASK.LAST_STEP_OWN', fields: ['chain'] }
    : null
}

/** The step whose turn it is; null before the request and when every step is passed. */
export const nextStep = (
  task: Pick<RectificationTask, 'acceptanceChain' | 'cycles'>,
): AcceptanceStep | null => {
  const { request, checks } = presentCycle(task)
  return request === null ? null : (task.acceptanceChain[checks.length] ?? null)
}

/** Every step is passed. */
export const isChainDone = (task: Pick<RectificationTask, 'acceptanceChain' | 'cycles'>): boolean =>
  presentCycle(task).request !== null && nextStep(task) === null
