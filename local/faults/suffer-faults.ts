import { setTimeout as sleep } from 'node:timers/promises'
import { CloudError } from '../ground/cloud-error'
import type { FaultList } from './fault-list'
import type { FaultRule } from './fault-rule'

/** The connection is to be closed without an answer. */
export class ConnectionDropped extends Error {}

/** What a request suffers before its work, and what after. */
export interface Suffering {
  ms: number
  /** The rule that ends the request; null when it is only late. */
  end: FaultRule | null
}

/** Asks the rules about one request. */
export function sufferingOf(
  faults: FaultList,
  points: readonly string[],
  applies: (rule: FaultRule) => boolean,
): Suffering {
  const striking = faults.strike(points, applies)
  const ms = striking.reduce((sum, rule) => sum + rule.ms, 0)
  return { ms, end: striking.find(({ kind }) => kind !== 'delay') ?? null }
}

const requestOnly = ({ kind }: FaultRule) => kind === 'delay' || kind === 'drop' || kind === 'error'

export function fail(rule: FaultRule): never {
  if (rule.kind === 'drop') throw new ConnectionDropped(`dropped by ${rule.id}`)
  throw new CloudError(rule.code, rule.message)
}

/**
 * Does the work of one request, as late as the rules say.
 * @throws ConnectionDropped when the request or its answer is to be lost; CloudError with the code of an error rule
 */
export async function underFaults<T>(
  faults: FaultList,
  points: readonly string[],
  work: () => Promise<T> | T,
): Promise<T> {
  if (faults.empty) return work()
  const { ms, end } = sufferingOf(faults, points, requestOnly)
  if (ms > 0) await sleep(ms)
  if (end?.when === 'before') fail(end)
  const result = await work()
  if (end) fail(end)
  return result
}
