import { ENVIRONMENTS } from './environments'
import type { Environment, Environments } from './environments'
import type { FaultList } from './faults/fault-list'
import { faultyActions } from './faults/faulty-actions'
import { functionActions } from './functions/function-actions'
import type { FunctionRunner } from './functions/function-runner'
import type { QueryLog } from './inspection/query-log'
import type { LocalCloudOptions } from './local-cloud-options'
import type { QueryLimits } from './query/find-documents'
import type { RealtimeServer } from './realtime/realtime-server'
import { storageActions } from './storage/storage-actions'
import { knownPersons } from './wechat/known-persons'
import type { WeChatStandIn } from './wechat/stand-in'
import { wechatActions } from './wechat/wechat-actions'
import type { Actions } from './ground/action'
import { databaseReads } from './wire/actions/database-reads'
import { databaseWrites } from './wire/actions/database-writes'
import { createDispatch } from './wire/dispatch-action'
import type { Dispatch, DispatchOptions } from './wire/dispatch-action'

export interface DispatchParts {
  environments: Environments
  clock: { now: () => number }
  runner: FunctionRunner
  address: { origin: string }
  faults: FaultList | null
  realtime: RealtimeServer
  standIn: WeChatStandIn
  envId: string
  appId: string
  lastSeen: ReadonlyMap<string, number>
  limits: QueryLimits
}

/**
 * What queries may cost, by the options.
 * @param queries told of each, when somebody may look
 */
export function queryLimits(
  { strict = false }: Pick<LocalCloudOptions, 'strict'>,
  queries: QueryLog | null,
): QueryLimits {
  return {
    strict: strict !== false,
    mostExamined: typeof strict === 'object' ? strict.mostExamined : null,
    ...(queries ? { onQuery: queries.add } : {}),
  }
}

/** Every action the SDK can ask for, in one environment, struck by faults where there can be any. */
function actionsIn({ id, store, files }: Environment, parts: DispatchParts): Actions {
  const { faults, limits, runner, realtime } = parts
  const context = { store, limits, now: () => parts.clock.now() }
  const prefix = id === parts.envId ? '' : `/${ENVIRONMENTS}/${id}`
  const actions = {
    ...databaseReads(context),
    ...databaseWrites(context),
    ...storageActions(files, () => parts.address.origin + prefix),
    ...functionActions(runner),
    ...realtime.actions(),
    ...wechatActions({
      ...parts,
      knows: knownPersons(parts.environments.main.store, parts.lastSeen),
    }),
  }
  return faults ? faultyActions(actions, faults, store) : actions
}

/** Answers requests in the environment that they name. */
export function makeDispatch(parts: DispatchParts, heard: DispatchOptions): Dispatch {
  const made = new Map<Environment, Actions>()
  return createDispatch(({ envName }) => {
    const environment = parts.environments.of(envName)
    const known = made.get(environment) ?? actionsIn(environment, parts)
    made.set(environment, known)
    return known
  }, heard)
}
