import type { DocumentStore } from './engine/store'
import type { FaultList } from './faults/fault-list'
import { faultyActions } from './faults/faulty-actions'
import { functionActions } from './functions/function-actions'
import type { FunctionRunner } from './functions/function-runner'
import type { QueryLog } from './inspection/query-log'
import type { LocalCloudOptions } from './local-cloud-options'
import type { QueryLimits } from './query/find-documents'
import type { RealtimeServer } from './realtime/realtime-server'
import type { FileStore } from './storage/file-store'
import { storageActions } from './storage/storage-actions'
import { knownPersons } from './wechat/known-persons'
import type { WeChatStandIn } from './wechat/stand-in'
import { wechatActions } from './wechat/wechat-actions'
import { databaseReads } from './wire/actions/database-reads'
import { databaseWrites } from './wire/actions/database-writes'
import { createDispatch } from './wire/dispatch-action'
import type { Dispatch, DispatchOptions } from './wire/dispatch-action'

export interface DispatchParts {
  store: DocumentStore
  clock: { now: () => number }
  files: FileStore
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

/** Every action the SDK can ask for, struck by faults where there can be any. */
export function makeDispatch(parts: DispatchParts, heard: DispatchOptions): Dispatch {
  const context = {
    store: parts.store,
    now: () => parts.clock.now(),
    limits: parts.limits,
  }
  const actions = {
    ...databaseReads(context),
    ...databaseWrites(context),
    ...storageActions(parts.files, () => parts.address.origin),
    ...functionActions(parts.runner),
    ...parts.realtime.actions(),
    ...wechatActions({ ...parts, knows: knownPersons(parts.store, parts.lastSeen) }),
  }
  return createDispatch(
    parts.faults ? faultyActions(actions, parts.faults, parts.store) : actions,
    heard,
  )
}
